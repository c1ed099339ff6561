package org.engageconnector.processors.conversation.state;

import java.util.ArrayList;
import java.util.List;

/**
 * What is believed of a conversation after some of its evidence: legs, consults, transfers, waits. It can be copied, so that
 * evidence that comes late is read again in its place. One thread at a time.
 */
public final class LegTable {

    private final List<Leg> legs = new ArrayList<>();
    private final List<Consult> consults = new ArrayList<>(0);
    private final List<Transfer> transfers = new ArrayList<>(0);
    private final List<Wait> waits = new ArrayList<>(2);
    private final List<CallTrack> tracks = new ArrayList<>(1);

    /** Event time up to which evidence was read and waits were run. */
    public long time = Long.MIN_VALUE;
    /** The customer's leg was dealt with. */
    public boolean begun;
    /** The rules met a queue or user leg (lazy start). */
    public boolean startMet;

    public List<Leg> legs() {
        return legs;
    }

    public List<Consult> consults() {
        return consults;
    }

    public List<Transfer> transfers() {
        return transfers;
    }

    public List<Wait> waits() {
        return waits;
    }

    public List<CallTrack> tracks() {
        return tracks;
    }

    public Leg leg(int index) {
        return index == Leg.NONE ? null : legs.get(index);
    }

    /** Adds a leg; its number counts the legs of the same role and DN. */
    public Leg add(Role role, String dn, String call, long openedAt) {
        int n = 1;
        for (Leg leg : legs) {
            if (leg.role == role && leg.dn.equals(dn)) {
                n++;
            }
        }
        Leg leg = new Leg(legs.size(), role, dn, n, call, openedAt);
        legs.add(leg);
        return leg;
    }

    /** The live user, phone or outside leg of a DN; a DN has one at most. */
    public Leg live(String dn) {
        for (int i = legs.size() - 1; i >= 0; i--) {
            Leg leg = legs.get(i);
            if (leg.live() && leg.isParty() && leg.dn.equals(dn)) {
                return leg;
            }
        }
        return null;
    }

    /** The first live customer leg. */
    public Leg customer() {
        for (Leg leg : legs) {
            if (leg.role == Role.CUSTOMER && leg.live()) {
                return leg;
            }
        }
        return null;
    }

    public boolean anyLive() {
        for (Leg leg : legs) {
            if (leg.live()) {
                return true;
            }
        }
        return false;
    }

    public CallTrack track(String call) {
        for (CallTrack track : tracks) {
            if (track.call.equals(call)) {
                return track;
            }
        }
        CallTrack track = new CallTrack(call);
        tracks.add(track);
        return track;
    }

    /** The consult that a call is; {@code null} when it is none. */
    public Consult consult(String call) {
        for (Consult consult : consults) {
            if (consult.call.equals(call)) {
                return consult;
            }
        }
        return null;
    }

    /** When the next wait is due; {@link Long#MAX_VALUE} when there is none. */
    public long nextDue() {
        long due = Long.MAX_VALUE;
        for (Wait wait : waits) {
            due = Math.min(due, wait.due());
        }
        return due;
    }

    /** Takes the wait that is due first; of two, the one that was set first. */
    public Wait takeNext() {
        Wait next = null;
        for (Wait wait : waits) {
            if (next == null || wait.due() < next.due()) {
                next = wait;
            }
        }
        waits.remove(next);
        return next;
    }

    public LegTable copy() {
        LegTable copy = new LegTable();
        legs.forEach(leg -> copy.legs.add(leg.copy()));
        consults.forEach(consult -> copy.consults.add(consult.copy()));
        transfers.forEach(transfer -> copy.transfers.add(transfer.copy()));
        tracks.forEach(track -> copy.tracks.add(track.copy()));
        copy.waits.addAll(waits);
        copy.time = time;
        copy.begun = begun;
        copy.startMet = startMet;
        return copy;
    }
}

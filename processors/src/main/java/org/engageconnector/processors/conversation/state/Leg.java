package org.engageconnector.processors.conversation.state;

import java.util.ArrayList;
import java.util.List;

/**
 * One communication of a conversation, as the evidence tells it. Plain data, open to the rules; times are event times in
 * milliseconds, -1 for "not so".
 */
public final class Leg {

    /** No leg. */
    public static final int NONE = -1;

    public final int index;
    public final Role role;
    /** The DN, the outside number, or the virtual queue. */
    public final String dn;
    /** Which of the legs of this role and DN, from 1. */
    public final int n;

    /** Its id at Genesys Cloud, once it was asked for; not stored. */
    public String id;

    /** The call it is in now. */
    public String call;

    public long openedAt;
    public boolean inbound = true;
    /** Its DN made the call. */
    public boolean dialed;

    public boolean alerts;
    public boolean answered;
    public long answeredAt = -1;
    public int invitedBy = NONE;
    public String ani;
    public String dnis;
    /** Genesys Cloud user or queue. */
    public String target;
    /** The queue an outbound call is made for. */
    public String onBehalfOf;

    public boolean held;
    public long heldAt = -1;
    public boolean canHear = true;
    public boolean canSpeak = true;
    /** No-listen and no-talk bits of the last party state. */
    public int partyBits;

    public boolean ended;
    /** When it left, and when that was sent. */
    public long leftAt = -1;

    public long endedAt = -1;
    /** The agent leaves by a single-step transfer; the end is sent with the destination. */
    public boolean transferring;

    public boolean afterCallWorkRequired;
    public boolean inAfterCallWork;
    public boolean awaitsDisposition;
    public String wrapUpCode;

    public List<String> vqids = List.of();
    public String offeredTo;
    public long clearedAt = -1;
    public long targetReleasedAt = -1;

    public List<String> parties = List.of();
    /** The DN that transferred the call to this one. */
    public String transferredBy;

    private int[] counts = new int[EventType.values().length];

    public Leg(int index, Role role, String dn, int n, String call, long openedAt) {
        this.index = index;
        this.role = role;
        this.dn = dn;
        this.n = n;
        this.call = call;
        this.openedAt = openedAt;
    }

    /** The number of the next event of a type on this leg, from 1. */
    public int next(EventType type) {
        return ++counts[type.ordinal()];
    }

    /** How many events of each type, by {@link EventType#ordinal()}; not a copy. */
    public int[] counts() {
        return counts;
    }

    public boolean live() {
        return !ended;
    }

    public boolean isParty() {
        return role != Role.QUEUE;
    }

    /** A party whose own DN events we see. */
    public boolean isInternal() {
        return role == Role.USER || role == Role.PHONE;
    }

    /** Whether anybody talks on it: it was answered, or never rang. */
    public boolean connected() {
        return answered || !alerts;
    }

    public void addParty(String party) {
        if (party != null && !parties.contains(party) && parties.size() < 16) {
            parties = with(parties, party);
        }
    }

    public boolean hasParty(String party) {
        return party != null && parties.contains(party);
    }

    public boolean hasVqid(String vqid) {
        return vqid != null && vqids.contains(vqid);
    }

    public void addVqid(String vqid) {
        if (vqid != null && !vqids.contains(vqid) && vqids.size() < 64) {
            vqids = with(vqids, vqid);
        }
    }

    private static List<String> with(List<String> list, String item) {
        List<String> longer = new ArrayList<>(list);
        longer.add(item);
        return List.copyOf(longer);
    }

    public Leg copy() {
        Leg copy = new Leg(index, role, dn, n, call, openedAt);
        copy.id = id;
        copy.inbound = inbound;
        copy.dialed = dialed;
        copy.alerts = alerts;
        copy.answered = answered;
        copy.answeredAt = answeredAt;
        copy.invitedBy = invitedBy;
        copy.ani = ani;
        copy.dnis = dnis;
        copy.target = target;
        copy.onBehalfOf = onBehalfOf;
        copy.held = held;
        copy.heldAt = heldAt;
        copy.canHear = canHear;
        copy.canSpeak = canSpeak;
        copy.partyBits = partyBits;
        copy.ended = ended;
        copy.leftAt = leftAt;
        copy.endedAt = endedAt;
        copy.transferring = transferring;
        copy.afterCallWorkRequired = afterCallWorkRequired;
        copy.inAfterCallWork = inAfterCallWork;
        copy.awaitsDisposition = awaitsDisposition;
        copy.wrapUpCode = wrapUpCode;
        copy.vqids = vqids;
        copy.offeredTo = offeredTo;
        copy.clearedAt = clearedAt;
        copy.targetReleasedAt = targetReleasedAt;
        copy.parties = parties;
        copy.transferredBy = transferredBy;
        copy.counts = counts.clone();
        return copy;
    }
}

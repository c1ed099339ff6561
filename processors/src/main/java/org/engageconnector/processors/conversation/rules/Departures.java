package org.engageconnector.processors.conversation.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.engageconnector.processors.conversation.evidence.Evidence;
import org.engageconnector.processors.conversation.evidence.EvidenceKind;
import org.engageconnector.processors.conversation.state.Leg;

/** Who leaves a call without a transfer, by the evidence at hand: the piece that is read now and those that lie behind it. */
final class Departures {

    /** One party's departure: when, whether its own DN said so, and whether that said that the other side released. */
    private static final class Departure {
        final long at;
        boolean ownWord;
        boolean remote;

        Departure(long at) {
            this.at = at;
        }
    }

    private final Map<Leg, Departure> departures = new LinkedHashMap<>();

    private Departures() {}

    static Departures from(Turn turn, String call, Evidence first, List<Leg> present) {
        Departures found = new Departures();
        List<Evidence> log = turn.conversation.log;
        long last = first.at() + turn.settings.windows().lag();
        for (int i = turn.conversation.read; i < log.size() && log.get(i).at() <= last; i++) {
            Evidence e = log.get(i);
            if (isDeparture(e) && call.equals(turn.callOf(e))) {
                present.stream().filter(leg -> isAbout(e, leg)).forEach(leg -> found.add(leg, e));
            }
        }
        return found;
    }

    private static boolean isDeparture(Evidence e) {
        boolean leaves = e.isLeave() || e.kind() == EvidenceKind.PARTY_DELETED;
        boolean otherwise = e.saysTransfer() || e.saysConference() && e.otherCall() != null || Parties.unanswered(e);
        return leaves && !otherwise;
    }

    private static boolean isAbout(Evidence e, Leg leg) {
        if (e.kind() == EvidenceKind.PARTY_DELETED) {
            return !leg.isInternal() && leg.dn.equals(e.otherDn());
        }
        return leg.dn.equals(e.dn()) || leg.hasParty(e.party());
    }

    void add(Leg leg, Evidence e) {
        Departure departure = departures.computeIfAbsent(leg, l -> new Departure(e.at()));
        departure.ownWord |= e.kind() != EvidenceKind.LEFT;
        departure.remote |= e.isRemote();
    }

    boolean has(Leg leg) {
        return departures.containsKey(leg);
    }

    boolean ownWord(Leg leg) {
        return has(leg) && departures.get(leg).ownWord;
    }

    boolean remote(Leg leg) {
        return has(leg) && departures.get(leg).remote;
    }

    long at(Leg leg) {
        return departures.get(leg).at;
    }

    /** In the order of the evidence. */
    Set<Leg> legs() {
        return departures.keySet();
    }
}

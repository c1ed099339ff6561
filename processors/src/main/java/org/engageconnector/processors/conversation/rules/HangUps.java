package org.engageconnector.processors.conversation.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.engageconnector.processors.conversation.evidence.Evidence;
import org.engageconnector.processors.conversation.evidence.EvidenceKind;
import org.engageconnector.processors.conversation.output.DisconnectType;
import org.engageconnector.processors.conversation.state.CallTrack;
import org.engageconnector.processors.conversation.state.Consult;
import org.engageconnector.processors.conversation.state.Leg;
import org.engageconnector.processors.conversation.state.Role;

/**
 * Who hung up (section 4). The party that leaves first did, unless its DN says that the other side released. Party events do
 * not say so; where the DN's own word may still come, the judgement waits for it, at most the lag.
 */
final class HangUps {

    /** Departures this close belong to one end of a call, in milliseconds. */
    private static final long SAME_END = 500;

    private final Rules rules;
    private final Turn turn;

    HangUps(Rules rules) {
        this.rules = rules;
        turn = rules.turn;
    }

    /** A party's departure from a call, as far as the evidence at hand tells. */
    private static final class Departure {
        final long at;
        boolean ownWord;
        boolean remote;

        Departure(long at) {
            this.at = at;
        }
    }

    /** A leg leaves without transfer; false when who hung up cannot be judged yet. */
    boolean leave(Leg leg, Evidence e) {
        if (leg.ended) {
            return true;
        }
        CallTrack track = turn.table().track(leg.call);
        List<Leg> present = present(leg.call);
        Map<Leg, Departure> departures = departures(leg.call, e, present);
        Departure mine = departures.computeIfAbsent(leg, l -> departure(e));
        List<Leg> others = new ArrayList<>(present);
        others.remove(leg);
        boolean lagOver = turn.clock >= e.at() + turn.settings.windows().lag();
        Consult consult = turn.table().consult(leg.call);

        Leg self;
        if (consult != null && consult.leftAt >= 0) {
            self = null;
        } else if (partOfAnEnd(track, e.at())) {
            if (!lagOver && track.leftBehind > 1 && earlierMayFollow(leg, others, departures)) {
                return false;
            }
            self = null;
        } else if (!leg.isInternal()) {
            boolean mayBeTold = others.stream().anyMatch(Leg::isInternal);
            boolean told = e.kind() == EvidenceKind.PARTY_DELETED || told(departures, others);
            if (mayBeTold && !told && !lagOver) {
                return false;
            }
            self = leg;
        } else if (!mine.ownWord && !lagOver) {
            return false;
        } else if (!mine.remote) {
            self = leg;
        } else if (consult != null) {
            // The consulting agent has no leg in this call: it is the other side
            self = null;
        } else {
            List<Leg> hungUp = others.stream()
                    .filter(other -> departures.containsKey(other) && !departures.get(other).remote)
                    .toList();
            List<Leg> staying = others.stream()
                    .filter(other -> !departures.containsKey(other))
                    .toList();
            if (!hungUp.isEmpty()) {
                self = hungUp.get(0);
            } else if (staying.size() == 1) {
                self = staying.get(0);
            } else if (staying.size() > 1 && !lagOver) {
                return false;
            } else {
                self = null;
            }
        }
        List<Leg> leaving = new ArrayList<>();
        for (Map.Entry<Leg, Departure> departure : departures.entrySet()) {
            if (departure.getKey() == leg || departure.getValue().at - e.at() <= SAME_END / 10) {
                leaving.add(departure.getKey());
            }
        }
        end(self, leaving, track, e.at());
        return true;
    }

    /** The consulting agent leaves the consult call without a transfer (T5). */
    boolean initiatorLeft(Consult consult, Evidence e) {
        List<Leg> present = present(consult.call);
        Map<Leg, Departure> departures = departures(consult.call, e, present);
        boolean ownWord = e.kind() != EvidenceKind.LEFT || wordOf(e) != null;
        boolean lagOver = turn.clock >= e.at() + turn.settings.windows().lag();
        if (!ownWord && !lagOver) {
            return false;
        }
        Evidence word = e.kind() == EvidenceKind.LEFT ? wordOf(e) : e;
        boolean remote = word != null && word.isRemote();
        CallTrack track = turn.table().track(consult.call);
        if (remote && !present.isEmpty()) {
            consult.leftAt = e.at();
            end(present.get(0), new ArrayList<>(departures.keySet()), track, e.at());
            return true;
        }
        consult.leftAt = e.at();
        List<Leg> leaving = new ArrayList<>(rules.queues.live(consult.call));
        departures.forEach((leg, departure) -> {
            if (departure.at - e.at() <= SAME_END / 10) {
                leaving.add(leg);
            }
        });
        end(null, leaving, track, e.at());
        return true;
    }

    /** Q6: the queue says that the caller is gone; in a consult the caller is the agent. */
    void abandonedInQueue(Leg queue, long at) {
        CallTrack track = turn.table().track(queue.call);
        Leg customer = turn.table().customer();
        if (turn.isConsult(queue.call) || customer == null) {
            end(null, List.of(queue), track, at);
            return;
        }
        long when = track.deletedAt >= 0 ? Math.min(at, track.deletedAt) : at;
        end(customer, List.of(), track, when);
    }

    /** Ends the one who hung up first, then the others in the order of their establishment; with the customer all queues. */
    void end(Leg self, List<Leg> leaving, CallTrack track, long at) {
        List<Leg> others = new ArrayList<>(leaving);
        others.remove(self);
        boolean customerGoes = self != null && self.role == Role.CUSTOMER
                || others.stream().anyMatch(leg -> leg.role == Role.CUSTOMER);
        if (customerGoes) {
            for (Leg queue : rules.queues.live(turn.conversation.main)) {
                if (queue.clearedAt >= 0 && at - queue.clearedAt > SAME_END) {
                    rules.queues.clearedForGood(queue);
                } else if (!others.contains(queue)) {
                    others.add(queue);
                }
            }
        }
        others.sort(Comparator.comparingInt(leg -> leg.index));
        long sent = at;
        if (self != null && self.live()) {
            sent = rules.ends.end(self, at, DisconnectType.SELF);
            track.hungUpAt = at;
        } else if (track.hungUpAt < 0) {
            track.hungUpAt = at;
        }
        for (Leg other : others) {
            if (other.live()) {
                sent = rules.ends.end(other, at, DisconnectType.PEER);
            }
        }
        track.leftBehind = present(track.call).size();
    }

    private boolean partOfAnEnd(CallTrack track, long at) {
        return track.hungUpAt >= 0 && (track.leftBehind <= 1 || at - track.hungUpAt <= SAME_END);
    }

    /** Somebody who was established earlier may be leaving too, and would have to be ended first. */
    private static boolean earlierMayFollow(Leg leg, List<Leg> others, Map<Leg, Departure> departures) {
        return others.stream().anyMatch(other -> other.index < leg.index && !departures.containsKey(other));
    }

    private static boolean told(Map<Leg, Departure> departures, List<Leg> others) {
        return others.stream().anyMatch(other -> departures.containsKey(other) && departures.get(other).ownWord);
    }

    /** The parties of a call that are there and not on their way out by a transfer. */
    private List<Leg> present(String call) {
        List<Leg> present = new ArrayList<>(3);
        for (Leg leg : turn.table().legs()) {
            if (leg.live() && leg.isParty() && !leg.transferring && leg.call.equals(call)) {
                present.add(leg);
            }
        }
        return present;
    }

    /** Who else leaves, by the evidence that lies behind this one. */
    private Map<Leg, Departure> departures(String call, Evidence first, List<Leg> present) {
        Map<Leg, Departure> departures = new LinkedHashMap<>();
        List<Evidence> log = turn.conversation.log;
        long last = first.at() + turn.settings.windows().lag();
        for (int i = turn.conversation.read; i < log.size() && log.get(i).at() <= last; i++) {
            Evidence e = log.get(i);
            boolean shrank = e.kind() == EvidenceKind.PARTY_DELETED;
            if (!e.isLeave() && !shrank || saysOtherwise(e) || !call.equals(turn.callOf(e))) {
                continue;
            }
            for (Leg leg : present) {
                boolean about = shrank
                        ? !leg.isInternal() && leg.dn.equals(e.otherDn())
                        : leg.dn.equals(e.dn()) || leg.hasParty(e.party());
                if (about) {
                    Departure departure = departures.computeIfAbsent(leg, l -> new Departure(e.at()));
                    departure.ownWord |= e.kind() != EvidenceKind.LEFT;
                    departure.remote |= e.isRemote();
                }
            }
        }
        return departures;
    }

    private static boolean saysOtherwise(Evidence e) {
        return e.saysTransfer() || e.saysConference() && e.otherCall() != null || Parties.unanswered(e);
    }

    private static Departure departure(Evidence e) {
        Departure departure = new Departure(e.at());
        departure.ownWord = e.kind() != EvidenceKind.LEFT;
        departure.remote = e.isRemote();
        return departure;
    }

    /** The DN's own word on a departure that call monitoring reported. */
    private Evidence wordOf(Evidence left) {
        List<Evidence> log = turn.conversation.log;
        for (int i = turn.conversation.read; i < log.size(); i++) {
            Evidence e = log.get(i);
            boolean own = e.kind() == EvidenceKind.RELEASED || e.kind() == EvidenceKind.ABANDONED;
            if (own && e.call().equals(left.call()) && e.dn().equals(left.dn())) {
                return e;
            }
        }
        return null;
    }
}

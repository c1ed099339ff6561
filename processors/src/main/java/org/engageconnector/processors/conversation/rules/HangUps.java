package org.engageconnector.processors.conversation.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.engageconnector.processors.conversation.evidence.Evidence;
import org.engageconnector.processors.conversation.evidence.EvidenceKind;
import org.engageconnector.processors.conversation.output.DisconnectType;
import org.engageconnector.processors.conversation.state.CallTrack;
import org.engageconnector.processors.conversation.state.Consult;
import org.engageconnector.processors.conversation.state.Leg;
import org.engageconnector.processors.conversation.state.Role;

/**
 * Who hung up (docs/call-rules.md#who-hung-up). The party that leaves first did, unless its DN says that the other side
 * released. Party events do not say so; where the DN's own word may still come, the judgement waits for it, at most the lag.
 */
final class HangUps {

    /** Departures this close belong to one end of a call, in milliseconds. */
    private static final long SAME_END = 500;
    /** Departures this close are told together, in milliseconds. */
    private static final long TOGETHER = 50;

    /** A judgement: whether it can be made yet, and who hung up ({@code null}: a party that is not leaving now). */
    private record Verdict(boolean known, Leg self) {
        static final Verdict NOT_YET = new Verdict(false, null);
        static final Verdict ANOTHER = new Verdict(true, null);

        static Verdict by(Leg leg) {
            return new Verdict(true, leg);
        }
    }

    private final Rules rules;
    private final Turn turn;

    HangUps(Rules rules) {
        this.rules = rules;
        turn = rules.turn;
    }

    /** A leg leaves without transfer; false when who hung up cannot be judged yet. */
    boolean leave(Leg leg, Evidence e) {
        if (leg.ended) {
            return true;
        }
        CallTrack track = turn.table().track(leg.call);
        List<Leg> present = present(leg.call);
        Departures departures = Departures.from(turn, leg.call, e, present);
        if (!departures.has(leg)) {
            departures.add(leg, e);
        }
        Verdict verdict = judge(leg, e, present, departures, track);
        if (!verdict.known()) {
            return false;
        }
        List<Leg> leaving = new ArrayList<>();
        for (Leg other : departures.legs()) {
            boolean together = departures.at(other) - e.at() <= TOGETHER
                    && !earlierMayFollow(other, present, departures, verdict.self());
            if (other == leg || together) {
                leaving.add(other);
            }
        }
        end(verdict.self(), leaving, track, e.at());
        if (verdict.self() == leg && leg.isInternal() && Parties.unanswered(e)) {
            farEndUnanswered(present, e.at());
        }
        return true;
    }

    /** docs/call-rules.md#who-hung-up: the caller's own release says that the outside party was busy or did not answer. */
    private void farEndUnanswered(List<Leg> present, long at) {
        for (Leg other : present) {
            if (!other.isInternal() && other.live() && other.alerts && !other.answered) {
                turn.out.by("U6");
                rules.ends.end(other, at, DisconnectType.SYSTEM);
            }
        }
    }

    private Verdict judge(Leg leg, Evidence e, List<Leg> present, Departures departures, CallTrack track) {
        boolean lagOver = lagOver(e);
        Consult consult = turn.table().consult(leg.call);
        if (consult != null && consult.alone) {
            consult = null;
        }
        List<Leg> others = present.stream().filter(other -> other != leg).toList();
        if (consult != null && consult.leftAt >= 0) {
            return Verdict.ANOTHER;
        }
        if (partOfAnEnd(track, e.at())) {
            boolean wait = track.leftBehind > 1 && earlierMayFollow(leg, present, departures, null);
            return wait && !lagOver ? Verdict.NOT_YET : Verdict.ANOTHER;
        }
        if (!leg.isInternal()) {
            boolean mayBeTold = others.stream().anyMatch(Leg::isInternal);
            boolean told =
                    e.kind() == EvidenceKind.PARTY_DELETED || others.stream().anyMatch(departures::ownWord);
            return mayBeTold && !told && !lagOver ? Verdict.NOT_YET : Verdict.by(leg);
        }
        if (!departures.ownWord(leg) && !lagOver) {
            return Verdict.NOT_YET;
        }
        if (!departures.remote(leg)) {
            return Verdict.by(leg);
        }
        // In a consult call the other side is the consulting agent, who has no leg there
        return consult != null ? Verdict.ANOTHER : otherSide(others, departures, lagOver);
    }

    /** A DN says that the other side released. */
    private static Verdict otherSide(List<Leg> others, Departures departures, boolean lagOver) {
        List<Leg> staying = new ArrayList<>();
        for (Leg other : others) {
            if (!departures.has(other)) {
                staying.add(other);
            } else if (!departures.remote(other)) {
                return Verdict.by(other);
            }
        }
        if (staying.size() == 1) {
            return Verdict.by(staying.get(0));
        }
        return staying.isEmpty() || lagOver ? Verdict.ANOTHER : Verdict.NOT_YET;
    }

    /** The consulting agent leaves the consult call without a transfer (T5); false when it cannot be judged yet. */
    boolean initiatorLeft(Consult consult, Evidence e) {
        Evidence word = e.kind() == EvidenceKind.LEFT ? wordOf(e) : e;
        if (word == null && !lagOver(e)) {
            return false;
        }
        List<Leg> present = present(consult.call);
        Departures departures = Departures.from(turn, consult.call, e, present);
        CallTrack track = turn.table().track(consult.call);
        consult.leftAt = e.at();
        boolean remote = word != null && word.isRemote() && !present.isEmpty();
        List<Leg> leaving = new ArrayList<>(rules.queues.live(consult.call));
        for (Leg leg : departures.legs()) {
            if (departures.at(leg) - e.at() <= TOGETHER) {
                leaving.add(leg);
            }
        }
        end(remote ? present.get(0) : null, leaving, track, e.at());
        return true;
    }

    /** Q6: the caller left while a DN of ours was ringing. */
    boolean callerLeft(Leg leg, Evidence e) {
        List<Leg> present = present(leg.call);
        Departures departures = Departures.from(turn, leg.call, e, present);
        List<Leg> leaving = new ArrayList<>();
        leaving.add(leg);
        for (Leg other : departures.legs()) {
            if (other != leg && departures.at(other) - e.at() <= SAME_END) {
                leaving.add(other);
            }
        }
        Leg caller = turn.table().customer();
        if (caller == null || !caller.call.equals(leg.call)) {
            caller = turn.table().leg(leg.invitedBy);
        }
        if (caller != null && !caller.live()) {
            caller = null;
        }
        end(caller, leaving, turn.table().track(leg.call), e.at());
        return true;
    }

    /**
     * E1: the DN of a consulting agent leaves the main call although nothing was transferred: the caller is gone. False when who
     * hung up cannot be judged yet.
     */
    boolean callerLeftConsult(Leg leg, Evidence e) {
        Evidence word = e.kind() == EvidenceKind.LEFT ? wordOf(e) : e;
        if (word == null && !lagOver(e)) {
            return false;
        }
        CallTrack track = turn.table().track(leg.call);
        Leg customer = turn.objectFor(leg);
        boolean agentFirst = word == null || !word.isRemote();
        List<Leg> leaving = new ArrayList<>();
        if (customer != null && agentFirst) {
            leaving.add(customer);
        }
        end(agentFirst ? null : customer, leaving, track, e.at());
        rules.consults.mainCallOver(leg, e.at());
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
        others.removeIf(leg -> leg != self && rules.consults.talksOn(leg));
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
        if (self != null && self.live()) {
            turn.out.by("U6");
            rules.ends.end(self, at, DisconnectType.SELF);
            track.hungUpAt = at;
        } else if (track.hungUpAt < 0) {
            track.hungUpAt = at;
        }
        for (Leg other : others) {
            turn.out.by(other.role == Role.QUEUE ? "Q6" : "U6");
            rules.ends.end(other, at, DisconnectType.PEER);
        }
        if (customerGoes) {
            for (Leg leg : present(turn.conversation.main)) {
                if (rules.consults.talksOn(leg)) {
                    rules.consults.mainCallOver(leg, at);
                }
            }
        }
        track.leftBehind = present(track.call).size();
    }

    private static boolean partOfAnEnd(CallTrack track, long at) {
        return track.hungUpAt >= 0 && (track.leftBehind <= 1 || at - track.hungUpAt <= SAME_END);
    }

    /** Somebody who was established earlier may be leaving too, and would have to be ended first. */
    private static boolean earlierMayFollow(Leg leg, List<Leg> present, Departures departures, Leg self) {
        return present.stream().anyMatch(other -> other.index < leg.index && other != self && !departures.has(other));
    }

    private boolean lagOver(Evidence e) {
        return turn.clock >= e.at() + turn.settings.windows().lag();
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

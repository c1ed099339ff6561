package org.engageconnector.processors.conversation.rules;

import java.util.ArrayList;
import java.util.List;
import org.engageconnector.processors.conversation.evidence.Evidence;
import org.engageconnector.processors.conversation.output.DisconnectType;
import org.engageconnector.processors.conversation.state.CallFacts;
import org.engageconnector.processors.conversation.state.Consult;
import org.engageconnector.processors.conversation.state.Leg;
import org.engageconnector.processors.conversation.state.Role;
import org.engageconnector.processors.conversation.state.Wait;

/** Stays in virtual queues: Q1 to Q6. */
final class QueueLegs {

    private final Rules rules;
    private final Turn turn;

    QueueLegs(Rules rules) {
        this.rules = rules;
        turn = rules.turn;
    }

    /** Q1, Q3; false when it is not known yet who consults this queue. */
    boolean queued(Evidence e) {
        if (!rules.consults.knows(e)) {
            return false;
        }
        clearedBefore(e);
        enter(e);
        return true;
    }

    private void enter(Evidence e) {
        String call = turn.callOf(e);
        Leg known = find(e, call);
        if (known != null) {
            if (known.live() && known.clearedAt < 0) {
                continues(known, e);
                return;
            }
            if (known.hasVqid(e.vqid()) || e.at() <= known.endedAt) {
                return;
            }
        }
        if (e.queueId() == null || !rules.users.mayOpen(e) || customerLeft()) {
            return;
        }
        List<Leg> others = live(call);
        for (Leg other : others) {
            if (other.clearedAt >= 0
                    && e.at() - other.clearedAt <= turn.settings.windows().otherQueue()) {
                turn.out.by("Q4");
                rules.ends.end(other, other.clearedAt, DisconnectType.TRANSFER_ACD);
            }
        }
        for (Leg other : others) {
            if (other.live()
                    && other.targetReleasedAt >= 0
                    && e.at() - other.targetReleasedAt
                            <= turn.settings.windows().requeue()) {
                turn.out.by("Q3");
                rules.ends.end(other, other.targetReleasedAt, DisconnectType.TRANSFER_ACD);
            }
        }
        establish(e, call);
    }

    private void establish(Evidence e, String call) {
        rules.customers.dialerReached(e.at());
        rules.transfers.beforeLeg(Role.QUEUE, e.dn(), e.queueId(), e.at());
        rules.consults.beforeLeg(call);
        Leg leg = turn.table().add(Role.QUEUE, e.dn(), call, e.at());
        leg.target = e.queueId();
        leg.inbound = turn.conversation.type != CallFacts.OUTBOUND;
        leg.addVqid(e.vqid());
        CallFacts facts = turn.conversation.mainFacts();
        Consult consult = turn.table().consult(call);
        boolean consulting = consult != null && consult.open();
        leg.ani = consulting ? consult.initiator : facts.ani;
        leg.dnis = consulting && consult.dialed != null ? consult.dialed : facts.dnis;
        Leg inviter =
                consulting ? turn.table().leg(consult.initiating) : turn.table().customer();
        leg.invitedBy = inviter == null ? Leg.NONE : inviter.index;
        turn.table().startMet = true;
        turn.out.by(consulting ? "T8" : "Q1");
        long sent = turn.out.established(leg, e.at());
        sent = rules.transfers.afterLeg(leg, sent);
        rules.consults.afterLeg(leg, sent);
    }

    /** Q3: the same queue again is the same stay, under one more VQID. */
    private static void continues(Leg leg, Evidence e) {
        if (leg.hasVqid(e.vqid())) {
            return;
        }
        leg.addVqid(e.vqid());
        leg.offeredTo = null;
        leg.targetReleasedAt = -1;
    }

    /** Q2, Q4. */
    void diverted(Evidence e) {
        clearedBefore(e);
        Leg leg = find(e, turn.callOf(e));
        if (leg == null || leg.ended || e.at() < leg.openedAt) {
            return;
        }
        if (e.thirdDn() == null) {
            cleared(leg, e.at());
        } else {
            offered(leg, e);
        }
    }

    private void offered(Leg leg, Evidence e) {
        leg.offeredTo = e.thirdDn();
        Leg target = latest(e.thirdDn(), leg);
        if (target != null && target.live() && target.connected()) {
            won(leg, target);
            return;
        }
        if (target != null && target.ended && target.leftAt >= leg.openedAt) {
            leg.offeredTo = null;
            leg.targetReleasedAt = target.leftAt;
            return;
        }
        for (Leg other : live(leg.call)) {
            if (other.clearedAt >= 0
                    && e.at() - other.clearedAt <= turn.settings.windows().otherQueue()) {
                turn.out.by("Q5");
                rules.ends.end(other, other.clearedAt, DisconnectType.SYSTEM);
            }
        }
    }

    private void cleared(Leg leg, long at) {
        if (leg.clearedAt >= 0) {
            return;
        }
        leg.clearedAt = at;
        leg.offeredTo = null;
        if (live(leg.call).stream().anyMatch(other -> other != leg && other.offeredTo != null)) {
            turn.out.by("Q5");
            rules.ends.end(leg, at, DisconnectType.SYSTEM);
        } else {
            turn.table()
                    .waits()
                    .add(new Wait(
                            at + turn.settings.windows().lag(),
                            Wait.Kind.QUEUE_CLEARED,
                            leg.index,
                            leg.call,
                            turn.basis));
        }
    }

    /** Q4: the queues report in order, so what they say later tells that nothing came in time for a leg cleared before. */
    private void clearedBefore(Evidence e) {
        for (Leg leg : live(turn.callOf(e))) {
            if (leg.clearedAt >= 0
                    && e.at() - leg.clearedAt > turn.settings.windows().otherQueue()) {
                clearedForGood(leg);
            }
        }
    }

    /** Q4: nothing more came to tell where the call went. */
    void clearedForGood(Leg leg) {
        if (leg.ended) {
            return;
        }
        boolean elsewhere = live(leg.call).stream()
                .anyMatch(other -> other != leg && other.clearedAt < 0 && other.offeredTo == null);
        turn.out.by("Q4");
        rules.ends.end(leg, leg.clearedAt, elsewhere ? DisconnectType.TRANSFER_ACD : DisconnectType.SYSTEM);
    }

    /** Q2, Q3, Q5: an agent of the call answered; gives the time of the last event. */
    long answered(Leg agent, long at) {
        Leg winner = null;
        List<Leg> open = live(agent.call);
        boolean offered = open.stream().anyMatch(leg -> agent.dn.equals(leg.offeredTo));
        boolean mayBeOffered =
                open.stream().anyMatch(leg -> leg.offeredTo == null && leg.targetReleasedAt < 0 && leg.clearedAt < 0);
        for (Leg leg : open) {
            boolean wasOffered = leg.offeredTo == null && leg.targetReleasedAt >= 0;
            boolean mine = offered ? agent.dn.equals(leg.offeredTo) : wasOffered && !mayBeOffered;
            boolean destination = agent.isInternal() || agent.transferredBy != null;
            if (mine && destination && agent.openedAt >= leg.openedAt) {
                winner = leg;
                turn.out.by("Q2");
                at = rules.ends.end(leg, at + 1, reached(agent));
            }
        }
        return winner == null ? at : losers(winner, at);
    }

    /** Q2: an agent of this switch, or an outside party that the queue routed to. */
    private static DisconnectType reached(Leg target) {
        return target.isInternal() ? DisconnectType.TRANSFER_USER : DisconnectType.TRANSFER;
    }

    private void won(Leg leg, Leg target) {
        turn.out.by("Q2");
        long at = rules.ends.end(leg, target.answeredAt + 1, reached(target));
        losers(leg, at);
    }

    /** Q5: whoever has not won ends with the winner at the latest. */
    private long losers(Leg winner, long at) {
        for (Leg other : live(winner.call)) {
            if (other.offeredTo == null) {
                long end = other.clearedAt >= 0 ? other.clearedAt : at + 1;
                turn.out.by("Q5");
                at = Math.max(at, rules.ends.end(other, end, DisconnectType.SYSTEM));
            }
        }
        return at;
    }

    /** Q3: the target did not answer; the stay goes on. */
    void targetLeft(Leg target, long at) {
        for (Leg leg : turn.table().legs()) {
            if (leg.role == Role.QUEUE && leg.live() && target.dn.equals(leg.offeredTo)) {
                leg.offeredTo = null;
                leg.targetReleasedAt = at;
            }
        }
    }

    /** Q6: the caller hung up while waiting. */
    void abandoned(Evidence e) {
        String call = turn.callOf(e);
        Leg leg = find(e, call);
        if (leg != null && leg.live()) {
            rules.hangUps.abandonedInQueue(leg, e.at());
        }
    }

    /** The live queue legs of a call, in the order of their establishment. */
    List<Leg> live(String call) {
        List<Leg> live = new ArrayList<>(2);
        for (Leg leg : turn.table().legs()) {
            if (leg.role == Role.QUEUE && leg.live() && leg.call.equals(call)) {
                live.add(leg);
            }
        }
        return live;
    }

    private boolean customerLeft() {
        boolean any = false;
        for (Leg leg : turn.table().legs()) {
            if (leg.role == Role.CUSTOMER) {
                any = true;
                if (leg.live()) {
                    return false;
                }
            }
        }
        return any;
    }

    /** By VQID wherever the leg is now, else by call and queue. */
    private Leg find(Evidence e, String call) {
        Leg found = null;
        for (Leg leg : turn.table().legs()) {
            if (leg.role != Role.QUEUE) {
                continue;
            }
            if (leg.hasVqid(e.vqid())) {
                return leg;
            }
            if (leg.dn.equals(e.dn()) && leg.call.equals(call) && (found == null || leg.live())) {
                found = leg;
            }
        }
        return found;
    }

    /** The last leg of a DN in the queue leg's call that is not older than the queue leg. */
    private Leg latest(String dn, Leg queue) {
        Leg latest = null;
        for (Leg leg : turn.table().legs()) {
            if (leg.isParty() && leg.dn.equals(dn) && leg.call.equals(queue.call) && leg.openedAt >= queue.openedAt) {
                latest = leg;
            }
        }
        return latest;
    }
}

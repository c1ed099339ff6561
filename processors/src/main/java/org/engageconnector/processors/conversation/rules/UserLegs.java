package org.engageconnector.processors.conversation.rules;

import org.engageconnector.processors.conversation.evidence.Evidence;
import org.engageconnector.processors.conversation.evidence.EvidenceKind;
import org.engageconnector.processors.conversation.state.CallFacts;
import org.engageconnector.processors.conversation.state.Consult;
import org.engageconnector.processors.conversation.state.Leg;
import org.engageconnector.processors.conversation.state.Role;

/** Legs of internal DNs, with a user or without: U1 to U5 and U7. */
final class UserLegs {

    private static final int NO_LISTEN = 0x10;
    private static final int NO_TALK = 0x20;
    private static final int MONITOR = 0xA0;

    private final Rules rules;
    private final Turn turn;

    UserLegs(Rules rules) {
        this.rules = rules;
        turn = rules.turn;
    }

    /** U1, U2, E2: a DN rings, dials, or is first seen later; {@code null} when this opens no leg. */
    Leg open(Evidence e) {
        if (!opens(e) || !mayOpen(e)) {
            return null;
        }
        String call = turn.callOf(e);
        Role role = e.userId() == null ? Role.PHONE : Role.USER;
        rules.customers.dialerReached(e.at());
        rules.transfers.beforeLeg(role, e.dn(), e.userId(), e.at());
        rules.consults.beforeLeg(call);
        Leg leg = turn.table().add(role, e.dn(), call, e.at());
        leg.target = e.userId();
        leg.alerts = e.kind() == EvidenceKind.RINGING;
        leg.dialed = e.kind() == EvidenceKind.DIALING;
        leg.inbound = !leg.dialed && turn.conversation.type != CallFacts.OUTBOUND;
        leg.transferredBy = transferredBy(e);
        leg.canSpeak = !isMonitor(e);
        leg.partyBits = isMonitor(e) ? NO_TALK : 0;
        numbers(leg, e);
        Leg inviter = leg.dialed ? null : inviter(leg);
        leg.invitedBy = inviter == null ? Leg.NONE : inviter.index;
        CallFacts facts = turn.facts(call);
        if (leg.dialed && facts != null) {
            leg.onBehalfOf = facts.outboundQueueId;
        }
        leg.afterCallWorkRequired = role == Role.USER
                && turn.settings.afterCallWorkRequired()
                && !isGuest(leg, e)
                && throughQueue(leg, facts);
        if (role == Role.USER) {
            turn.table().startMet = true;
        }
        turn.out.by(ruleOf(leg, e));
        long sent = turn.out.established(leg, e.at());
        if (leg.dialed) {
            rules.customers.dialed(leg, sent + 1);
        }
        sent = rules.transfers.afterLeg(leg, sent);
        sent = rules.consults.afterLeg(leg, sent);
        rules.dispositions.busyAgain(leg.dn, leg.openedAt, sent + 1);
        if (!leg.alerts && !leg.dialed) {
            nowConnected(leg, sent);
        }
        return leg;
    }

    private String ruleOf(Leg leg, Evidence e) {
        if (leg.role == Role.PHONE) {
            return "U7";
        }
        return leg.dialed ? "U2" : isGuest(leg, e) ? "T7" : "U1";
    }

    private static boolean opens(Evidence e) {
        return switch (e.kind()) {
            case RINGING, DIALING, ESTABLISHED, CONNECTED, HELD, RETRIEVED -> true;
            default -> false;
        };
    }

    /** Evidence not later than a leg's end belongs to that leg, and nothing opens a leg after the call's end. */
    boolean mayOpen(Evidence e) {
        long deletedAt = turn.table().track(turn.callOf(e)).deletedAt;
        if (deletedAt >= 0 && e.at() > deletedAt) {
            return false;
        }
        for (Leg leg : turn.table().legs()) {
            if (leg.ended && leg.dn.equals(e.dn()) && leg.isParty()) {
                boolean sameStay = e.at() <= leg.leftAt || leg.hasParty(e.party());
                boolean trailing = e.kind() != EvidenceKind.RINGING
                        && e.kind() != EvidenceKind.DIALING
                        && e.at() <= leg.leftAt + turn.settings.windows().lag();
                if (sameStay || trailing) {
                    return false;
                }
            }
        }
        return true;
    }

    void connected(Leg leg, Evidence e) {
        if (leg.alerts && !leg.answered) {
            answer(leg, e.at());
        } else if (!leg.alerts && leg.dialed) {
            rules.customers.farEndAnswered(e.at());
        }
        if (e.kind() != EvidenceKind.ESTABLISHED) {
            hold(leg, false, e.at());
        }
    }

    /** U3: once, and only for a leg that alerted. */
    void answer(Leg leg, long at) {
        if (!leg.alerts || leg.answered || leg.openedAt > at) {
            return;
        }
        leg.answered = true;
        turn.out.by(leg.role == Role.CUSTOMER && leg.invitedBy == Leg.NONE ? "C2" : "U3");
        leg.answeredAt = turn.out.answered(leg, at);
        nowConnected(leg, leg.answeredAt);
    }

    private void nowConnected(Leg leg, long at) {
        leg.answeredAt = at;
        long sent = rules.queues.answered(leg, at);
        sent = rules.consults.answered(leg, sent);
        rules.transfers.answered(leg, sent);
    }

    void held(Leg leg, Evidence e) {
        if (leg.alerts && !leg.answered) {
            answer(leg, e.at());
        }
        hold(leg, true, e.at());
    }

    /** U4: only on a change, and never by older evidence than the last change. */
    void hold(Leg leg, boolean held, long at) {
        if (leg.held == held || at < leg.heldAt) {
            return;
        }
        leg.held = held;
        leg.heldAt = at;
        turn.out.by("U4");
        turn.out.hold(leg, at);
    }

    /** U5 from the DN. */
    void muted(Leg leg, Evidence e) {
        audio(leg, leg.canHear, e.kind() == EvidenceKind.MUTE_OFF, e.at());
    }

    /** U5 from the party: a bit that was set by the party is cleared by the party only. */
    void partyBits(Leg leg, Evidence e) {
        if (e.partyState() == 0) {
            return;
        }
        int bits = e.partyState() & (NO_LISTEN | NO_TALK);
        int changed = bits ^ leg.partyBits;
        leg.partyBits = bits;
        boolean hear = (changed & NO_LISTEN) == 0 ? leg.canHear : (bits & NO_LISTEN) == 0;
        boolean speak = (changed & NO_TALK) == 0 ? leg.canSpeak : (bits & NO_TALK) == 0;
        audio(leg, hear, speak, e.at());
    }

    private void audio(Leg leg, boolean hear, boolean speak, long at) {
        if (leg.canHear != hear || leg.canSpeak != speak) {
            leg.canHear = hear;
            leg.canSpeak = speak;
            turn.out.by("U5");
            turn.out.audio(leg, at);
        }
    }

    private void numbers(Leg leg, Evidence e) {
        CallFacts facts = turn.conversation.mainFacts();
        Consult consult = turn.table().consult(leg.call);
        if (consult != null) {
            leg.ani = consult.initiator;
            leg.dnis = e.dn();
        } else {
            leg.ani = facts.ani;
            leg.dnis = facts.dnis != null ? facts.dnis : facts.dialed;
        }
    }

    /** Who brought this leg in: the consulting agent, the customer, or in an internal call the caller. */
    private Leg inviter(Leg leg) {
        Consult consult = turn.table().consult(leg.call);
        if (consult != null && consult.open()) {
            return turn.table().leg(consult.initiating);
        }
        Leg customer = turn.table().customer();
        if (customer != null) {
            return customer;
        }
        for (Leg other : turn.table().legs()) {
            if (other != leg && other.isInternal() && other.live()) {
                return other;
            }
        }
        return null;
    }

    private boolean throughQueue(Leg leg, CallFacts facts) {
        if (facts == null) {
            return false;
        }
        return leg.dialed ? facts.outboundQueue != null : facts.queued;
    }

    private static String transferredBy(Evidence e) {
        if (e.refDn() != null && e.saysTransfer()) {
            return e.refDn();
        }
        return null;
    }

    /** T7 without a word of a conference: nobody routed or transferred the call, and its agent is still there. */
    private boolean joinsAgent(Leg leg, Evidence e) {
        boolean routed = e.cause() == Evidence.CAUSE_ACD || e.cause() == Evidence.CAUSE_ROUTE;
        boolean transferred = e.callState() == Evidence.CALL_STATE_TRANSFERRED || e.saysTransfer();
        return !routed
                && !transferred
                && rules.queues.live(leg.call).isEmpty()
                && turn.table().legs().stream()
                        .anyMatch(other -> other != leg
                                && other.role == Role.USER
                                && other.live()
                                && other.connected()
                                && !other.transferring
                                && other.call.equals(leg.call));
    }

    private static boolean isMonitor(Evidence e) {
        return e.role() == Evidence.ROLE_OBSERVER || (e.partyState() & MONITOR) == MONITOR;
    }

    private boolean isGuest(Leg leg, Evidence e) {
        return isMonitor(e)
                || joinsAgent(leg, e)
                || e.saysConference()
                || e.role() == Evidence.ROLE_CONFERENCE_MEMBER
                || e.thirdRole() == Evidence.ROLE_ADDED_BY
                || e.thirdRole() == Evidence.ROLE_CONFERENCED_BY;
    }
}

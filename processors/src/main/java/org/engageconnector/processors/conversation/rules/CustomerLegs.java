package org.engageconnector.processors.conversation.rules;

import org.engageconnector.processors.conversation.evidence.Evidence;
import org.engageconnector.processors.conversation.evidence.EvidenceKind;
import org.engageconnector.processors.conversation.output.DisconnectType;
import org.engageconnector.processors.conversation.state.CallFacts;
import org.engageconnector.processors.conversation.state.Consult;
import org.engageconnector.processors.conversation.state.Leg;
import org.engageconnector.processors.conversation.state.Role;

/**
 * Parties outside the contact centre: the caller (C1), the called (C2), and those reached by transfer or consult (T1, T2). An
 * unknown DN makes a leg only in one of these parts, so that a media service, which is unknown too, makes none.
 */
final class CustomerLegs {

    private final Rules rules;
    private final Turn turn;

    CustomerLegs(Rules rules) {
        this.rules = rules;
        turn = rules.turn;
    }

    /**
     * C1, C2: the customer of an inbound call comes first, with the time of the call's creation; so does the customer whom a
     * dialler calls, since no DN of ours dials.
     */
    void begin() {
        if (turn.table().begun) {
            return;
        }
        turn.table().begun = true;
        if (turn.conversation.type == CallFacts.INBOUND) {
            CallFacts facts = turn.conversation.mainFacts();
            Leg leg = add(facts.ani, facts.uuid, facts.beginning());
            leg.ani = facts.ani;
            leg.dnis = facts.dnis;
            turn.out.by("C1");
            turn.out.established(leg, leg.openedAt);
        } else if (turn.conversation.type == CallFacts.OUTBOUND && !turn.conversation.mainFacts().dialedInside) {
            CallFacts facts = turn.conversation.mainFacts();
            Leg leg = outbound(facts, facts.beginning());
            alerting(leg, null);
            turn.out.by("C2");
            turn.out.established(leg, leg.openedAt);
        }
    }

    /** C2: a customer whom a dialler calls has answered when the call reaches a queue or an agent, at the latest. */
    void dialerReached(long at) {
        for (Leg leg : turn.table().legs()) {
            boolean ofDialer = leg.role == Role.CUSTOMER && !leg.inbound && leg.invitedBy == Leg.NONE;
            if (ofDialer && leg.live() && leg.transferredBy == null) {
                rules.users.answer(leg, at);
            }
        }
    }

    private Leg outbound(CallFacts facts, long at) {
        String number = facts.dnis != null ? facts.dnis : facts.dialed;
        Leg leg = add(number, facts.uuid, at);
        leg.ani = facts.ani;
        leg.dnis = number;
        return leg;
    }

    /** C2: an agent dials out; the customer's leg follows 1 ms later and rings. */
    void dialed(Leg by, long at) {
        boolean first = turn.table().legs().stream().noneMatch(leg -> leg.role == Role.CUSTOMER);
        if (turn.conversation.type != CallFacts.OUTBOUND || !first) {
            return;
        }
        Leg leg = outbound(turn.conversation.mainFacts(), at);
        alerting(leg, by);
        turn.out.by("C2");
        turn.out.established(leg, at);
    }

    /** C2: the far end of an outbound call answered, says the agent's own DN. */
    void farEndAnswered(long at) {
        for (Leg leg : turn.table().legs()) {
            if (leg.role == Role.CUSTOMER
                    && leg.live()
                    && leg.alerts
                    && !leg.inbound
                    && leg.call.equals(turn.conversation.main)
                    && leg.transferredBy == null) {
                rules.users.answer(leg, at);
                return;
            }
        }
    }

    /** An outside number that an agent consults (T2); on a consult leg ani and dnis are the two DNs. */
    Leg consulted(String number, Consult consult, long at) {
        Leg initiating = turn.table().leg(consult.initiating);
        rules.consults.beforeLeg(consult.call);
        Leg leg = add(number, consult.call, at);
        leg.ani = consult.initiator;
        leg.dnis = number;
        alerting(leg, initiating);
        turn.out.by("T2");
        long sent = turn.out.established(leg, at);
        rules.consults.afterLeg(leg, sent);
        return leg;
    }

    /** Call monitoring speaks of a party that is in no list of the switch. */
    boolean read(Evidence e) {
        Leg leg = find(e);
        if (leg == null) {
            leg = open(e);
        }
        if (leg == null) {
            return true;
        }
        leg.addParty(e.party());
        return switch (e.kind()) {
            case CONNECTED, ESTABLISHED -> {
                rules.users.answer(leg, e.at());
                yield true;
            }
            case BUSY -> {
                turn.out.by("U6");
                rules.ends.end(leg, e.at(), DisconnectType.SYSTEM);
                yield true;
            }
            case LEFT -> left(leg, e);
            default -> true;
        };
    }

    private boolean left(Leg leg, Evidence e) {
        if (leg.alerts && !leg.answered && Parties.unanswered(e)) {
            turn.out.by("U6");
            rules.ends.end(leg, e.at(), DisconnectType.SYSTEM);
            return true;
        }
        boolean lagOver = turn.clock >= e.at() + turn.settings.windows().lag();
        if (rules.transfers.leavingTheSwitch(leg.call) == null) {
            if (e.saysTransfer() && !lagOver) {
                return false;
            }
        } else {
            // T1: the network takes the call over, nobody hangs up; E1 tells its end
            if (e.saysTransfer() || turn.isDeletedLater(leg.call)) {
                return true;
            }
            if (!lagOver) {
                return false;
            }
        }
        return rules.hangUps.leave(leg, e);
    }

    private Leg open(Evidence e) {
        if (e.kind() != EvidenceKind.RINGING && e.kind() != EvidenceKind.CONNECTED) {
            return null;
        }
        String call = turn.callOf(e);
        Consult consult = turn.table().consult(call);
        if (consult != null && consult.open()) {
            boolean destination = e.kind() == EvidenceKind.RINGING || e.dn().equals(consult.dialed);
            return destination && !consult.started() ? consulted(e.dn(), consult, e.at()) : null;
        }
        boolean transferred = e.saysTransfer() || e.added() && e.saysRouted() || rules.transfers.goesTo(e.dn());
        if (!transferred || !rules.users.mayOpen(e)) {
            return null;
        }
        rules.transfers.beforeLeg(Role.CUSTOMER, e.dn(), null, e.at());
        CallFacts facts = turn.conversation.mainFacts();
        Leg leg = add(e.dn(), call, e.at());
        leg.ani = facts.dnis;
        leg.dnis = e.dn();
        leg.transferredBy = e.refDn() == null ? "" : e.refDn();
        Leg customer = turn.table().legs().stream()
                .filter(other -> other.role == Role.CUSTOMER && other.index < leg.index)
                .findFirst()
                .orElse(null);
        alerting(leg, customer);
        turn.out.by("T1");
        long sent = turn.out.established(leg, e.at());
        rules.transfers.afterLeg(leg, sent);
        return leg;
    }

    private Leg find(Evidence e) {
        for (Leg leg : turn.table().legs()) {
            if (leg.role == Role.CUSTOMER && leg.hasParty(e.party())) {
                return leg;
            }
        }
        for (Leg leg : turn.table().legs()) {
            if (leg.role == Role.CUSTOMER && leg.live() && leg.dn.equals(e.dn())) {
                return leg;
            }
        }
        // The caller's party may go by another name than ANI, such as a trunk: the first outside party is the customer
        boolean plain = !e.saysTransfer() && !e.saysRouted() && !e.saysConference() && e.kind() != EvidenceKind.LEFT;
        if (plain && e.call().equals(turn.conversation.main)) {
            Leg customer = turn.table().customer();
            if (customer != null && customer.parties.isEmpty() && customer.transferredBy == null) {
                return customer;
            }
        }
        return null;
    }

    private Leg add(String number, String call, long at) {
        return turn.table().add(Role.CUSTOMER, number == null ? "" : number, call, at);
    }

    private static void alerting(Leg leg, Leg invitedBy) {
        leg.alerts = true;
        leg.inbound = false;
        leg.invitedBy = invitedBy == null ? Leg.NONE : invitedBy.index;
    }
}

package org.engageconnector.processors.conversation.rules;

import org.engageconnector.processors.conversation.evidence.Evidence;
import org.engageconnector.processors.conversation.evidence.EvidenceKind;
import org.engageconnector.processors.conversation.evidence.SiteDirectory.DnKind;
import org.engageconnector.processors.conversation.output.DisconnectType;
import org.engageconnector.processors.conversation.state.Consult;
import org.engageconnector.processors.conversation.state.Leg;

/** Where DN events and party events meet: whose leg is it, and which transition. */
final class Parties {

    private final Rules rules;
    private final Turn turn;

    Parties(Rules rules) {
        this.rules = rules;
        turn = rules.turn;
    }

    /** False when the evidence cannot be judged yet. */
    boolean read(Evidence e) {
        if (e.kind() == EvidenceKind.PARTY_DELETED) {
            return conferenceShrank(e);
        }
        if (e.kind() == EvidenceKind.ROUTING) {
            return true;
        }
        rules.consults.learn(e);
        if (e.dnKind() == DnKind.UNKNOWN) {
            return rules.customers.read(e);
        }
        if (e.dnKind() != DnKind.EXTENSION) {
            return true;
        }
        Consult consult = turn.table().consult(e.call());
        if (consult != null && !consult.alone && rules.consults.isInitiator(consult, e)) {
            return rules.consults.initiator(consult, e);
        }
        Leg leg = turn.table().live(e.dn());
        if (leg == null && e.kind() != EvidenceKind.DIALING && !e.isLeave() && !rules.consults.knows(e)) {
            return false;
        }
        return e.isLeave() ? leave(leg, e) : stay(leg, e);
    }

    private boolean stay(Leg leg, Evidence e) {
        if (leg == null) {
            leg = rules.users.open(e);
            if (leg == null) {
                return true;
            }
        }
        leg.addParty(e.party());
        switch (e.kind()) {
            case ESTABLISHED, CONNECTED -> rules.users.connected(leg, e);
            case RETRIEVED -> retrieved(leg, e);
            case HELD -> rules.users.held(leg, e);
            case MUTE_ON, MUTE_OFF -> rules.users.muted(leg, e);
            case BUSY -> busy(leg, e);
            default -> {}
        }
        rules.users.partyBits(leg, e);
        return true;
    }

    /** T6: who takes the held party into a conference retrieves it with CallState 2. */
    private void retrieved(Leg leg, Evidence e) {
        rules.users.connected(leg, e);
        Consult consult = e.saysConference() ? rules.consults.openBy(leg) : null;
        if (consult != null) {
            rules.consults.conference(consult, e.at());
        }
    }

    private boolean leave(Leg leg, Evidence e) {
        if (leg == null || leg.transferring || leg.openedAt > e.at()) {
            return true;
        }
        if (!leg.call.equals(turn.callOf(e))) {
            // its main call is over, and it talks on in what was the consult call (E1)
            return true;
        }
        leg.addParty(e.party());
        if (leg.alerts && !leg.answered) {
            return rules.alerting.leave(leg, e);
        }
        if (e.saysTransfer()) {
            rules.transfers.leave(leg, e);
            return true;
        }
        if (e.saysConference() && e.otherCall() != null) {
            return true;
        }
        Consult consult = rules.consults.openBy(leg);
        if (consult != null && rules.consults.livesOn(consult)) {
            return rules.hangUps.callerLeftConsult(leg, e);
        }
        return rules.hangUps.leave(leg, e);
    }

    /** docs/call-rules.md#disconnect-types: ring timeout, busy, redirected, forwarded, picked up. */
    static boolean unanswered(Evidence e) {
        return e.callState() == Evidence.CALL_STATE_NO_ANSWER
                || e.callState() == Evidence.CALL_STATE_REDIRECTED
                || e.callState() == Evidence.CALL_STATE_FORWARDED
                || e.callState() == Evidence.CALL_STATE_PICKED_UP
                || e.callState() == Evidence.CALL_STATE_BUSY
                || e.cause() == Evidence.CAUSE_BUSY
                || e.cause() == Evidence.CAUSE_NO_ANSWER
                || e.cause() == Evidence.CAUSE_NOT_AVAILABLE
                || e.cause() == Evidence.CAUSE_FORWARD
                || e.cause() == Evidence.CAUSE_REDIRECT;
    }

    /** EventDestinationBusy names the caller's DN; a busy party state names the party that is called. */
    private void busy(Leg leg, Evidence e) {
        if (leg.alerts && !leg.answered) {
            turn.out.by("U6");
            rules.ends.end(leg, e.at(), DisconnectType.SYSTEM);
            return;
        }
        for (Leg other : turn.table().legs()) {
            boolean called = other.live() && other.isParty() && other.alerts && !other.answered;
            if (called
                    && other != leg
                    && other.call.equals(leg.call)
                    && (e.otherDn() == null || other.dn.equals(e.otherDn()))) {
                turn.out.by("U6");
                rules.ends.end(other, e.at(), DisconnectType.SYSTEM);
            }
        }
    }

    /** EventPartyDeleted: an outside party has no DN of its own to say that it left. */
    private boolean conferenceShrank(Evidence e) {
        Leg leg = e.otherDn() == null ? null : turn.table().live(e.otherDn());
        if (leg == null || leg.isInternal() || leg.openedAt > e.at()) {
            return true;
        }
        return rules.hangUps.leave(leg, e);
    }
}

package org.engageconnector.processors.conversation.rules;

import java.util.List;
import org.engageconnector.processors.conversation.evidence.Evidence;
import org.engageconnector.processors.conversation.evidence.SiteDirectory.DnKind;
import org.engageconnector.processors.conversation.output.DisconnectType;
import org.engageconnector.processors.conversation.state.Consult;
import org.engageconnector.processors.conversation.state.Leg;
import org.engageconnector.processors.conversation.state.Role;

/**
 * A DN of ours that leaves while it alerts: U6, docs/call-rules.md#u6. It was not answered there, and the call goes on, unless the
 * caller left; where neither is certain, the judgement waits for evidence of one or the other, at most the lag.
 */
final class AlertingLegs {

    private final Rules rules;
    private final Turn turn;

    AlertingLegs(Rules rules) {
        this.rules = rules;
        turn = rules.turn;
    }

    /** False when it is not certain yet whether the caller left. */
    boolean leave(Leg leg, Evidence e) {
        Consult consult = turn.table().consult(leg.call);
        boolean ofConsult = consult != null && consult.open();
        if (Parties.unanswered(e)) {
            return goesOn(leg, e);
        }
        if (ofConsult ? consult.leftAt >= 0 : isEnding(leg, e)) {
            return callerLeft(leg, e, ofConsult);
        }
        if (e.isRemote() && nobodyElse(leg)) {
            return callerLeft(leg, e, ofConsult);
        }
        if (somebodyAnswered(leg)) {
            return goesOn(leg, e);
        }
        List<Evidence> log = turn.conversation.log;
        for (int i = turn.conversation.read; i < log.size(); i++) {
            Evidence later = log.get(i);
            if (later == e || !leg.call.equals(turn.callOf(later))) {
                continue;
            }
            if (saysThatItGoesOn(later, leg)) {
                return goesOn(leg, e);
            }
            if (saysThatTheCallerLeft(later, leg, consult)) {
                return callerLeft(leg, e, ofConsult);
            }
        }
        return turn.clock >= e.at() + turn.settings.windows().lag() && goesOn(leg, e);
    }

    private boolean goesOn(Leg leg, Evidence e) {
        turn.out.by("U6");
        rules.ends.end(leg, e.at(), DisconnectType.SYSTEM);
        return true;
    }

    private boolean callerLeft(Leg leg, Evidence e, boolean ofConsult) {
        if (ofConsult) {
            turn.out.by("U6");
            rules.ends.end(leg, e.at(), DisconnectType.PEER);
            return true;
        }
        return rules.hangUps.callerLeft(leg, e);
    }

    /** The caller has hung up already, and this leg leaves with it. */
    private boolean isEnding(Leg leg, Evidence e) {
        long hungUpAt = turn.table().track(leg.call).hungUpAt;
        return hungUpAt >= 0 && e.at() >= hungUpAt && callerOf(leg) == null;
    }

    private boolean nobodyElse(Leg leg) {
        return turn.table().legs().stream()
                .noneMatch(other -> other != leg
                        && other.role == Role.USER
                        && other.live()
                        && other.call.equals(leg.call)
                        && other != callerOf(leg));
    }

    private boolean somebodyAnswered(Leg leg) {
        Leg caller = callerOf(leg);
        return turn.table().legs().stream()
                .anyMatch(other -> other != leg
                        && other != caller
                        && other.isInternal()
                        && other.live()
                        && other.connected()
                        && !other.transferring
                        && other.call.equals(leg.call));
    }

    /** The customer, or in an internal call whoever called; {@code null} when that party has left. */
    private Leg callerOf(Leg leg) {
        Leg inviter = turn.table().leg(leg.invitedBy);
        return inviter != null && inviter.live() && inviter.isParty() ? inviter : null;
    }

    private static boolean saysThatItGoesOn(Evidence e, Leg leg) {
        return switch (e.kind()) {
            case RINGING -> e.at() > leg.openedAt && !(leg.dn.equals(e.dn()) && leg.hasParty(e.party()));
            case ESTABLISHED, CONNECTED -> e.dnKind() == DnKind.EXTENSION && !leg.dn.equals(e.dn());
            case QUEUED -> true;
            default -> false;
        };
    }

    private boolean saysThatTheCallerLeft(Evidence e, Leg leg, Consult consult) {
        Leg caller = callerOf(leg);
        return switch (e.kind()) {
            case DELETED, QUEUE_ABANDONED -> e.otherCall() == null;
            case LEFT, RELEASED, ABANDONED -> {
                if (e.saysTransfer() || e.saysConference()) {
                    yield false;
                }
                boolean consulting = consult != null && consult.open() && e.dn() != null;
                yield consulting
                        ? rules.consults.isInitiator(consult, e)
                        : caller != null && (caller.dn.equals(e.dn()) || caller.hasParty(e.party()));
            }
            default -> false;
        };
    }
}

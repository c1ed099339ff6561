package org.engageconnector.processors.conversation.rules;

import org.engageconnector.processors.conversation.evidence.Evidence;
import org.engageconnector.processors.conversation.evidence.EvidenceKind;
import org.engageconnector.processors.conversation.evidence.SiteDirectory.DnKind;
import org.engageconnector.processors.conversation.output.DisconnectType;
import org.engageconnector.processors.conversation.state.CallFacts;
import org.engageconnector.processors.conversation.state.Consult;
import org.engageconnector.processors.conversation.state.Leg;
import org.engageconnector.processors.conversation.state.Wait;

/** Consult calls: T2 to T6 and T8. The dialling side makes no leg; its hold state is that of its party in the main call. */
final class Consults {

    private final Rules rules;
    private final Turn turn;

    Consults(Rules rules) {
        this.rules = rules;
        turn = rules.turn;
    }

    /** A consult call of this conversation was created. */
    void created(Evidence e) {
        if (turn.isConsult(e.call())) {
            of(e.call(), e.at());
        }
    }

    private Consult of(String call, long at) {
        Consult consult = turn.table().consult(call);
        if (consult == null) {
            CallFacts facts = turn.facts(call);
            consult = new Consult(call, facts != null && facts.created ? Math.min(at, facts.createdAt) : at);
            consult.dialed = facts == null ? null : facts.dialed;
            turn.table().consults().add(consult);
        }
        return consult;
    }

    /** Whether party evidence of a consult call is about the DN that consults. */
    boolean isInitiator(Consult consult, Evidence e) {
        return e.dn().equals(consult.initiator);
    }

    /** Learns who consults whom, before anything else is made of evidence about a consult call. */
    void learn(Evidence e) {
        if (!turn.isConsult(e.call()) || e.dn() == null) {
            return;
        }
        Consult consult = of(e.call(), e.at());
        if (consult.initiator == null) {
            if (e.kind() == EvidenceKind.DIALING || turn.table().live(e.dn()) != null) {
                consult.initiator = e.dn();
            } else if (e.kind() == EvidenceKind.RINGING && e.otherDn() != null) {
                consult.initiator = e.otherDn();
            }
        }
        if (e.kind() == EvidenceKind.DIALING && e.otherDn() != null) {
            consult.dialed = e.otherDn();
        }
        if (consult.initiating == Leg.NONE) {
            Leg leg = consult.initiator == null ? null : turn.table().live(consult.initiator);
            consult.initiating = leg == null ? Leg.NONE : leg.index;
        }
    }

    /**
     * Whether it is known who consults, where a leg of a consult call is about to open. After the lag the last agent of the
     * main call is taken.
     */
    boolean knows(Evidence e) {
        if (!turn.isConsult(e.call())) {
            return true;
        }
        Consult consult = of(e.call(), e.at());
        if (!consult.open() || consult.initiating != Leg.NONE) {
            return true;
        }
        if (turn.clock < e.at() + turn.settings.windows().lag()) {
            return false;
        }
        for (Leg leg : turn.table().legs()) {
            if (leg.isInternal() && leg.live() && leg.call.equals(turn.conversation.main)) {
                consult.initiating = leg.index;
                consult.initiator = leg.dn;
            }
        }
        return true;
    }

    /** Whether this completes a consult whose destination another stream may still tell: the command must not end before it starts. */
    boolean mayStillStart(Evidence e) {
        boolean merges = e.otherCall() != null || e.saysTransfer() || e.saysConference();
        if (!merges || turn.clock >= e.at() + turn.settings.windows().lag()) {
            return false;
        }
        for (Consult consult : turn.table().consults()) {
            boolean about = consult.call.equals(e.call())
                    || consult.call.equals(e.otherCall())
                    || e.dn() != null && e.dn().equals(consult.initiator);
            if (about && consult.open() && !consult.started() && e.kind() != EvidenceKind.CREATED) {
                return true;
            }
        }
        return false;
    }

    /** Evidence about the consulting DN's party in the consult call; false when it cannot be judged yet. */
    boolean initiator(Consult consult, Evidence e) {
        if (consult.ended || consult.merged) {
            return true;
        }
        switch (e.kind()) {
            case DIALING -> dialing(consult, e);
            case ESTABLISHED -> outsideAnswered(consult, e.at());
            case BUSY -> endRinging(consult, e.at());
            case RELEASED, LEFT, ABANDONED -> {
                return initiatorLeaves(consult, e);
            }
            default -> {}
        }
        return true;
    }

    private boolean initiatorLeaves(Consult consult, Evidence e) {
        if (e.saysConference()) {
            conference(consult, e.at());
        } else if (e.saysTransfer()) {
            complete(consult, e.at());
        } else {
            return rules.hangUps.initiatorLeft(consult, e);
        }
        return true;
    }

    private void dialing(Consult consult, Evidence e) {
        if (e.otherKind() != DnKind.UNKNOWN || e.otherDn() == null || consult.started()) {
            return;
        }
        if (consult.open() && initiating(consult) != null) {
            rules.customers.consulted(e.otherDn(), consult, e.at());
        } else {
            turn.table()
                    .waits()
                    .add(new Wait(
                            e.at() + turn.settings.windows().lag(),
                            Wait.Kind.CONSULT_DESTINATION,
                            0,
                            consult.call,
                            turn.basis));
        }
    }

    /** An outside number is consulted and nothing says that it rings: it does since it was dialled. */
    void noDestination(String call) {
        Consult consult = turn.table().consult(call);
        if (consult != null
                && consult.open()
                && !consult.started()
                && consult.leftAt < 0
                && initiating(consult) != null) {
            rules.customers.consulted(consult.dialed, consult, consult.startedAt);
        }
    }

    private void outsideAnswered(Consult consult, long at) {
        CallFacts facts = turn.facts(consult.call);
        if (!consult.started()
                && consult.dialed != null
                && facts != null
                && consult.dialed.equals(facts.outsideParty)) {
            noDestination(consult.call);
        }
        Leg destination = turn.table().leg(consult.destination);
        if (destination != null && destination.isParty() && !destination.isInternal()) {
            rules.users.answer(destination, at);
        }
    }

    private void endRinging(Consult consult, long at) {
        for (Leg leg : turn.table().legs()) {
            if (leg.live() && leg.isParty() && leg.call.equals(consult.call) && leg.alerts && !leg.answered) {
                turn.out.by("T5");
                rules.ends.end(leg, at, DisconnectType.SYSTEM);
            }
        }
    }

    /** T2: the agent holds the customer before the first leg of the consult is established. */
    void beforeLeg(String call) {
        Consult consult = turn.table().consult(call);
        Leg initiating = consult == null || !consult.open() || consult.started() ? null : initiating(consult);
        if (initiating != null && initiating.live() && !initiating.held) {
            rules.users.hold(initiating, true, Math.max(consult.startedAt, initiating.heldAt));
        }
    }

    /** T2: then consultTransfer names it; gives the time of the last event. */
    long afterLeg(Leg leg, long sent) {
        Consult consult = turn.table().consult(leg.call);
        Leg initiating = consult == null || !consult.open() || consult.started() ? null : initiating(consult);
        Leg object = initiating == null ? null : turn.objectFor(initiating);
        if (initiating == null || !initiating.live() || object == null) {
            return sent;
        }
        consult.destination = leg.index;
        consult.object = object.index;
        turn.out.by("T2");
        return turn.out.consult(initiating, leg, object, sent + 1);
    }

    /** T3, T8: an answered leg of the consult; gives the time of the last event. */
    long answered(Leg leg, long at) {
        Consult consult = turn.table().consult(leg.call);
        if (consult == null || !consult.open() || !consult.started() || consult.progressed) {
            return at;
        }
        consult.progressed = true;
        Leg object = turn.table().leg(consult.object);
        turn.out.by("T3");
        return turn.out.progressConsult(initiating(consult), leg, object, at + 1);
    }

    /** The open consult of a leg. */
    Consult openBy(Leg leg) {
        for (Consult consult : turn.table().consults()) {
            if (consult.open() && consult.initiating == leg.index) {
                return consult;
            }
        }
        return null;
    }

    /** Whether a transfer that names a third DN means this consult: any other DN of ours would be a single-step transfer. */
    boolean goesTo(Consult consult, Evidence e) {
        if (e.thirdDn() == null || e.thirdDn().equals(consult.dialed)) {
            return true;
        }
        boolean inConsult = turn.table().legs().stream()
                .anyMatch(leg -> leg.call.equals(consult.call) && leg.dn.equals(e.thirdDn()));
        boolean routed = e.thirdKind() == DnKind.ROUTE_POINT || e.thirdKind() == DnKind.OTHER;
        return inConsult || routed && consult.dialed == null;
    }

    /** T4: the consult is over, its initiator leaves, its legs live on in the main call. */
    void complete(Consult consult, long at) {
        if (!consult.open()) {
            return;
        }
        Leg initiating = initiating(consult);
        merge(consult);
        long sent = endConsult(consult, at, "T4");
        if (initiating != null && initiating.live()) {
            turn.out.by("T4");
            rules.ends.end(initiating, Math.max(at, sent + 1), DisconnectType.TRANSFER_CONSULT);
        }
    }

    /** T6: all talk with each other; no leg ends. */
    void conference(Consult consult, long at) {
        if (!consult.open()) {
            return;
        }
        Leg initiating = initiating(consult);
        merge(consult);
        if (initiating != null && initiating.live()) {
            rules.users.hold(initiating, false, at);
        }
        endConsult(consult, initiating != null && initiating.heldAt == at ? at + 1 : at, "T6");
    }

    private void merge(Consult consult) {
        consult.merged = true;
        for (Leg leg : turn.table().legs()) {
            if (leg.live() && leg.call.equals(consult.call)) {
                leg.call = turn.conversation.main;
            }
        }
    }

    private long endConsult(Consult consult, long at, String rule) {
        turn.out.by(rule);
        consult.ended = true;
        Leg initiating = initiating(consult);
        return initiating == null || !consult.started() ? at - 1 : turn.out.endConsult(initiating, at);
    }

    /** T5: when its last leg has ended, the consult has. */
    void legEnded(Leg leg, long at) {
        Consult consult = turn.table().consult(leg.call);
        if (consult == null || !consult.open() || !consult.started()) {
            return;
        }
        boolean more = turn.table().legs().stream().anyMatch(other -> other.live() && other.call.equals(consult.call));
        if (!more) {
            endConsult(consult, at + 1, "T5");
        }
    }

    /** E1: whether a consult goes on although its main call ends. */
    boolean livesOn(Consult consult) {
        return consult.open()
                && consult.leftAt < 0
                && turn.table().track(consult.call).deletedAt < 0
                && consult.initiating != Leg.NONE;
    }

    /** E1: whether a leg of the main call talks on in a consult call. */
    boolean talksOn(Leg leg) {
        Consult consult = leg.isInternal() && leg.live() ? openBy(leg) : null;
        return consult != null && leg.call.equals(turn.conversation.main) && livesOn(consult);
    }

    /** E1: the consult has lost what it was about; its two agents talk on, in a call of their own. */
    void mainCallOver(Leg initiating, long at) {
        Consult consult = openBy(initiating);
        if (consult == null) {
            return;
        }
        endConsult(consult, at + 1, "E1");
        consult.alone = true;
        initiating.call = consult.call;
    }

    private Leg initiating(Consult consult) {
        return turn.table().leg(consult.initiating);
    }

    /** EventPartyChanged: the DN's consult call became the main call. */
    void changed(Evidence e) {
        Consult consult = e.otherCall() == null ? null : turn.table().consult(e.otherCall());
        if (consult != null) {
            finish(consult, e.saysConference(), e.at());
        }
    }

    /** EventCallPartyMoved: the same, by call monitoring. */
    void moved(Evidence e) {
        Consult consult = turn.table().consult(e.call());
        if (consult != null) {
            finish(consult, e.saysConference(), e.at());
        }
        Leg leg = e.dn() == null ? null : turn.table().live(e.dn());
        if (leg == null) {
            return;
        }
        leg.addParty(e.party());
        if (rules.ends.movedAway(e)) {
            rules.ends.moveAway(leg, e);
        }
    }

    /** EventPartyAdded on the consulting DN: the consulted party is in the conference. */
    void partyAdded(Evidence e) {
        Leg leg = turn.table().live(e.dn());
        Consult consult = leg == null ? null : openBy(leg);
        if (consult != null && e.otherDn() != null && e.callState() == Evidence.CALL_STATE_CONFERENCED) {
            boolean consulted = turn.table().legs().stream()
                    .anyMatch(other -> other.call.equals(consult.call) && other.dn.equals(e.otherDn()));
            if (consulted) {
                conference(consult, e.at());
            }
        }
    }

    /** The consult call was deleted in favour of another: completed or conferenced, if nobody said so before. */
    void mergedAway(String call, Evidence e) {
        Consult consult = turn.table().consult(call);
        if (consult != null) {
            finish(consult, e.saysConference(), e.at());
        }
    }

    private void finish(Consult consult, boolean conference, long at) {
        if (conference) {
            conference(consult, at);
        } else {
            complete(consult, at);
        }
    }
}

package org.engageconnector.processors.conversation.rules;

import java.util.ArrayList;
import java.util.List;
import org.engageconnector.processors.conversation.evidence.Evidence;
import org.engageconnector.processors.conversation.output.DisconnectType;
import org.engageconnector.processors.conversation.state.CallTrack;
import org.engageconnector.processors.conversation.state.Consult;
import org.engageconnector.processors.conversation.state.Leg;
import org.engageconnector.processors.conversation.state.Role;
import org.engageconnector.processors.conversation.state.Transfer;
import org.engageconnector.processors.conversation.state.Wait;

/** How legs and calls end: U6, E1, and what every end sets in motion. */
final class Ends {

    private final Rules rules;
    private final Turn turn;

    Ends(Rules rules) {
        this.rules = rules;
        turn = rules.turn;
    }

    /** Ends a leg once; gives the time its event got. */
    long end(Leg leg, long at, DisconnectType why) {
        return end(leg, at, why, null);
    }

    long end(Leg leg, long at, DisconnectType why, String movedTo) {
        if (leg.ended) {
            return at;
        }
        long sent = turn.out.ended(leg, at, why, movedTo);
        leg.ended = true;
        leg.endedAt = sent;
        leg.leftAt = leg.leftAt < 0 ? at : Math.max(leg.leftAt, at);
        if (leg.role == Role.QUEUE) {
            rules.consults.legEnded(leg, sent);
            return sent;
        }
        if (!leg.connected()) {
            rules.queues.targetLeft(leg, at);
            rules.transfers.destinationLeft(leg, sent);
        }
        rules.consults.legEnded(leg, sent);
        rules.dispositions.legEnded(leg);
        return sent;
    }

    /** E1: a merge, or the end of a call once its last words are in. */
    void callDeleted(Evidence e) {
        String main = turn.conversation.main;
        Consult survivor = e.otherCall() == null ? null : turn.table().consult(e.otherCall());
        if (e.call().equals(main) && survivor != null) {
            turn.table().track(main).mergedInto = survivor.call;
            rules.consults.mergedAway(survivor.call, e);
            return;
        }
        String call = e.call();
        Consult consult = turn.table().consult(call);
        if (movedAway(e)) {
            for (Leg leg : List.copyOf(turn.table().legs())) {
                moveAway(leg, e);
            }
        }
        if (consult != null && e.otherCall() != null) {
            rules.consults.mergedAway(call, e);
            return;
        }
        if (consult != null && consult.merged) {
            if (!call.equals(turn.table().track(main).mergedInto)) {
                return;
            }
            call = main;
        }
        CallTrack track = turn.table().track(call);
        if (track.deletedAt < 0) {
            track.deletedAt = e.at();
            turn.table()
                    .waits()
                    .add(new Wait(e.at() + turn.settings.windows().lag(), Wait.Kind.CALL_DELETED, 0, call, turn.basis));
        }
    }

    /** Whether the evidence says that this conversation's main call goes over into another conversation. */
    boolean movedAway(Evidence e) {
        return e.otherCall() != null
                && e.call().equals(turn.conversation.main)
                && !turn.conversation.calls.containsKey(e.otherCall());
    }

    /** docs/call-rules.md#transfer-conference: two calls that were both conversations become one. */
    void moveAway(Leg leg, Evidence e) {
        if (leg.live()) {
            turn.out.by("E1");
            end(leg, e.at(), DisconnectType.TRANSFER_CONFERENCE, turn.out.conversationId(e.otherCall()));
        }
    }

    /** The lag after EventCallDeleted is over: what is still open ended then. */
    void callOver(String call) {
        CallTrack track = turn.table().track(call);
        List<Leg> open = new ArrayList<>();
        for (Leg leg : turn.table().legs()) {
            if (leg.live() && leg.call.equals(call)) {
                open.add(leg);
            }
        }
        Transfer elsewhere = rules.transfers.leavingTheSwitch(call);
        if (elsewhere != null) {
            rules.transfers.leftTheSwitch(elsewhere, open, track.deletedAt);
            return;
        }
        if (open.isEmpty()) {
            return;
        }
        boolean somebodyHungUp = track.hungUpAt >= 0 && track.leftBehind <= 1;
        Consult consult = turn.table().consult(call);
        boolean ofConsult = consult != null && !consult.alone;
        Leg self = somebodyHungUp || ofConsult ? null : firstToBlame(open);
        rules.hangUps.end(self, open, track, track.deletedAt);
    }

    /** With no evidence the customer hung up. */
    private static Leg firstToBlame(List<Leg> open) {
        for (Leg leg : open) {
            if (leg.role == Role.CUSTOMER) {
                return leg;
            }
        }
        return open.stream().filter(Leg::isParty).findFirst().orElse(null);
    }

    /** docs/call-rules.md#unconfirmed: nobody confirmed the call, or one DN's leg in it, or it is older than a day. */
    void lost(Evidence e) {
        if (e.dn() == null) {
            turn.table().track(turn.conversation.main).deletedAt = e.at();
        }
        for (Leg leg : List.copyOf(turn.table().legs())) {
            if (leg.live() && (e.dn() == null || leg.isInternal() && leg.dn.equals(e.dn()))) {
                turn.out.by("E1");
                end(leg, e.at(), DisconnectType.ERROR);
            }
        }
    }

    /** Notes when the conversation was over. */
    void over() {
        if (turn.table().anyLive()) {
            turn.conversation.overAt = -1;
            return;
        }
        long deletedAt = turn.table().track(turn.conversation.main).deletedAt;
        boolean noneLeft = turn.table().legs().stream().anyMatch(leg -> leg.role == Role.CUSTOMER);
        turn.conversation.overAt = deletedAt >= 0 || noneLeft ? Math.max(deletedAt, turn.table().time) : -1;
        if (turn.conversation.overAt >= 0) {
            new Leftovers(rules).close(turn.table().time);
        }
    }
}

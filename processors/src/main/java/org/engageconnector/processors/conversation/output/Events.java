package org.engageconnector.processors.conversation.output;

import org.engageconnector.processors.conversation.state.Basis;
import org.engageconnector.processors.conversation.state.Conversation;
import org.engageconnector.processors.conversation.state.EventType;
import org.engageconnector.processors.conversation.state.Leg;
import org.engageconnector.processors.conversation.state.LegTable;
import org.engageconnector.processors.conversation.state.Role;
import org.engageconnector.processors.conversation.state.Transfer;

/**
 * The events in the rules' words; each method gives the time its event got. Fields: the event models of Genesys Cloud's
 * public API, nothing else.
 */
public final class Events {

    private final Outbox outbox;
    private final Conversation conversation;

    public Events(Outbox outbox, Conversation conversation) {
        this.outbox = outbox;
        this.conversation = conversation;
    }

    /** Names the rule of docs/call-rules.md that tells what is sent next. */
    /** What is told from now on is made by that. */
    public void basis(Basis basis) {
        outbox.basis(basis);
    }

    public void by(String rule) {
        outbox.rule(rule);
    }

    public long established(Leg leg, long at) {
        String detail = leg.alerts ? Outbox.ALERTING : "connected";
        return outbox.send(conversation, leg, Outbox.established(leg), at, detail, json -> {
            switch (leg.role) {
                case USER -> json.put("userId", leg.target);
                case QUEUE -> json.put("queueId", leg.target);
                case PHONE -> json.put("phoneNumber", leg.dn);
                default -> {}
            }
            json.put("ani", leg.ani).put("dnis", leg.dnis);
            if (leg.role == Role.USER) {
                if (leg.afterCallWorkRequired) {
                    json.put("afterCallWorkRequired", true);
                }
                json.put("queueId", leg.onBehalfOf);
            }
            json.open("initialConfiguration");
            audio(leg, json);
            json.put("alerting", leg.alerts).put("inbound", leg.inbound);
            Leg inviter = table().leg(leg.invitedBy);
            if (inviter != null) {
                json.put("invitedBy", id(inviter));
            }
            json.close();
            outbox.source(conversation, json);
        });
    }

    public long answered(Leg leg, long at) {
        return outbox.send(conversation, leg, EventType.ANSWERED, at, null, json -> {});
    }

    public long ended(Leg leg, long at, DisconnectType why, String movedTo) {
        return outbox.send(
                conversation,
                leg,
                EventType.ENDED,
                at,
                why.word(),
                json -> json.put("disconnectType", why.word()).put("destinationConversationId", movedTo));
    }

    /** Wrap-up; without a code it counts as skipped. */
    public long disposition(Leg leg, long at) {
        String detail = leg.wrapUpCode == null ? "skipped" : leg.wrapUpCode;
        return outbox.send(
                conversation, leg, EventType.DISPOSITION_APPLIED, at, detail, json -> json.put("code", leg.wrapUpCode));
    }

    public long hold(Leg leg, long at) {
        return outbox.send(
                conversation,
                leg,
                EventType.HOLD_UPDATED,
                at,
                Boolean.toString(leg.held),
                json -> json.put("held", leg.held));
    }

    public long audio(Leg leg, long at) {
        return outbox.send(conversation, leg, EventType.AUDIO_UPDATED, at, null, json -> audio(leg, json));
    }

    /** The command of a single-step transfer; the destination is a user, a queue or a number. */
    public long transfer(Transfer transfer, Leg object, String destination) {
        String field =
                switch (transfer.command) {
                    case USER_TRANSFER -> "destinationUserId";
                    case ROUTING_TRANSFER -> "destinationQueueId";
                    default -> "destinationPhoneNumber";
                };
        Leg leaving = table().leg(transfer.leaving);
        return command(
                transfer,
                transfer.command,
                transfer.at,
                null,
                json -> json.put("transferType", "Unattended")
                        .put("initiatingCommunicationId", id(leaving))
                        .put("targetCommunicationId", id(leaving))
                        .put("objectCommunicationId", id(object))
                        .put(field, destination));
    }

    public long progressTransfer(Transfer transfer, Leg object, Leg destination, long at) {
        return command(
                transfer,
                EventType.PROGRESS_TRANSFER,
                at,
                null,
                json -> json.put("objectCommunicationId", id(object))
                        .put("destinationCommunicationId", id(destination)));
    }

    public long endTransfer(Transfer transfer, Leg object, boolean completed, long at) {
        String state = completed ? "Completed" : "Failed";
        return command(
                transfer,
                EventType.END_TRANSFER,
                at,
                state,
                json -> json.put("finalState", state).put("objectCommunicationId", id(object)));
    }

    public long consult(Leg initiating, Leg destination, Leg object, long at) {
        return consultStep(EventType.CONSULT_TRANSFER, initiating, destination, object, at);
    }

    public long progressConsult(Leg initiating, Leg destination, Leg object, long at) {
        return consultStep(EventType.PROGRESS_CONSULT_TRANSFER, initiating, destination, object, at);
    }

    public long endConsult(Leg initiating, long at) {
        return outbox.send(conversation, initiating, EventType.END_CONSULT_TRANSFER, at, null, json -> {});
    }

    /** The id of the conversation of a main call. */
    public String conversationId(String mainCall) {
        return outbox.conversationId(new Conversation(mainCall));
    }

    private long consultStep(EventType type, Leg initiating, Leg destination, Leg object, long at) {
        return outbox.send(
                conversation,
                initiating,
                type,
                at,
                null,
                json -> json.put("initiatingCommunicationId", id(initiating))
                        .put("destinationCommunicationId", id(destination))
                        .put("objectCommunicationId", id(object)));
    }

    private long command(
            Transfer transfer, EventType type, long at, String detail, java.util.function.Consumer<JsonText> body) {
        Leg leaving = table().leg(transfer.leaving);
        return outbox.sendCommand(conversation, leaving, transfer.n, type, at, detail, body);
    }

    private static void audio(Leg leg, JsonText json) {
        json.open("audioState")
                .put("canHear", leg.canHear)
                .put("canSpeak", leg.canSpeak)
                .close();
    }

    private String id(Leg leg) {
        return outbox.legId(conversation, leg);
    }

    private LegTable table() {
        return conversation.table;
    }
}

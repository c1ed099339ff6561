package org.engageconnector.simulators.genesyscloud.events;

import static org.engageconnector.simulators.genesyscloud.events.Refusal.rule;

import java.util.Optional;
import org.engageconnector.simulators.genesyscloud.events.Conversation.Consult;
import org.engageconnector.simulators.genesyscloud.events.Conversation.TransferCommand;

/**
 * The rules of transfers (docs/simulators.md#rules-of-conversations): a command starts, makes progress when its
 * destination leg exists, and ends, with one command id; at most one consult is open in a conversation; every leg that is
 * named exists.
 */
final class TransferRules {

    private static final String INITIATING = "initiatingCommunicationId";
    private static final String TARGET = "targetCommunicationId";
    private static final String OBJECT = "objectCommunicationId";
    private static final String DESTINATION = "destinationCommunicationId";

    /** True for the lists these rules are for. */
    static boolean covers(String list) {
        return list.endsWith("TransferEvents");
    }

    /** Applies an event to its conversation, or says why not; nothing is changed then. */
    Optional<Refusal> apply(Conversation conversation, PostedEvent event) {
        for (String field : new String[] {INITIATING, TARGET, OBJECT, DESTINATION}) {
            if (event.has(field) && conversation.leg(event.text(field)).isEmpty()) {
                return Optional.of(rule(field + " " + event.text(field) + " is not established in the conversation"));
            }
        }
        return switch (event.list()) {
            case "userTransferEvents", "routingTransferEvents", "phoneTransferEvents" -> start(conversation, event);
            case "progressTransferEvents" -> progress(conversation, event);
            case "endTransferEvents" -> end(conversation, event);
            case "consultTransferEvents" -> startConsult(conversation, event);
            case "progressConsultTransferEvents" -> progressConsult(conversation, event);
            default -> endConsult(conversation);
        };
    }

    private static Optional<Refusal> start(Conversation conversation, PostedEvent event) {
        TransferCommand command = new TransferCommand(
                event.text(OBJECT), event.text(INITIATING), event.list().equals("phoneTransferEvents"));
        if (conversation.commands().containsKey(event.text("commandId"))) {
            return Optional.of(rule("The transfer with this commandId was started before"));
        }
        conversation.commands().put(event.text("commandId"), command);
        return Optional.empty();
    }

    private static Optional<Refusal> progress(Conversation conversation, PostedEvent event) {
        TransferCommand command = conversation.commands().get(event.text("commandId"));
        Optional<Refusal> refusal = checkOpen(command, event);
        if (refusal.isPresent()) {
            return refusal;
        }
        if (command.progressed) {
            return Optional.of(rule("The transfer has its destination already"));
        }
        command.progressed = true;
        return Optional.empty();
    }

    private static Optional<Refusal> end(Conversation conversation, PostedEvent event) {
        TransferCommand command = conversation.commands().get(event.text("commandId"));
        Optional<Refusal> refusal = checkOpen(command, event);
        if (refusal.isPresent()) {
            return refusal;
        }
        boolean completed = event.text("finalState").equals("Completed");
        if (!command.progressed && completed && !command.toNumber) {
            return Optional.of(rule("A transfer without a destination cannot be completed"));
        }
        command.ended = true;
        command.tookTheCallAway = completed && !command.progressed;
        return Optional.empty();
    }

    private static Optional<Refusal> checkOpen(TransferCommand command, PostedEvent event) {
        if (command == null) {
            return Optional.of(rule("No transfer with this commandId was started"));
        }
        if (command.ended) {
            return Optional.of(rule("The transfer with this commandId has ended"));
        }
        if (!command.object.equals(event.text(OBJECT))) {
            return Optional.of(rule("objectCommunicationId differs from that of the transfer"));
        }
        return Optional.empty();
    }

    private static Optional<Refusal> startConsult(Conversation conversation, PostedEvent event) {
        if (conversation.consult() != null) {
            return Optional.of(rule("A consult transfer is open already"));
        }
        conversation.consult(new Consult(event.text(INITIATING), event.text(OBJECT)));
        return Optional.empty();
    }

    /** The destination may change: a consult to a queue goes on with the agent who answers (docs/call-rules.md#t8). */
    private static Optional<Refusal> progressConsult(Conversation conversation, PostedEvent event) {
        if (conversation.consult() == null) {
            return Optional.of(rule("No consult transfer is open"));
        }
        if (!conversation.consult().equals(new Consult(event.text(INITIATING), event.text(OBJECT)))) {
            return Optional.of(rule("The communications differ from those of the open consult transfer"));
        }
        return Optional.empty();
    }

    private static Optional<Refusal> endConsult(Conversation conversation) {
        if (conversation.consult() == null) {
            return Optional.of(rule("No consult transfer is open"));
        }
        conversation.consult(null);
        return Optional.empty();
    }
}

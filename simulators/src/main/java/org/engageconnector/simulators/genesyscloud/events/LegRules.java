package org.engageconnector.simulators.genesyscloud.events;

import static org.engageconnector.simulators.genesyscloud.events.Refusal.rule;

import java.util.Map;
import java.util.Optional;

/**
 * The rules of legs (docs/simulators.md#rules-of-conversations): established once, answered once and only when alerting,
 * ended once, disposed at most once after the end and only as a user leg; nothing opens a leg in a conversation that is over.
 */
final class LegRules {

    private final Map<String, String> conversationOfLeg;

    /** @param conversationOfLeg leg id to conversation id, over all conversations that are remembered */
    LegRules(Map<String, String> conversationOfLeg) {
        this.conversationOfLeg = conversationOfLeg;
    }

    /** Applies an event to its conversation, or says why not; nothing is changed then. */
    Optional<Refusal> apply(Conversation conversation, PostedEvent event) {
        Leg.Kind establishes = Leg.Kind.establishedBy(event.list());
        if (establishes != null) {
            return establish(conversation, event, establishes);
        }
        String legId = event.text("communicationId");
        Leg leg = conversation.leg(legId).orElse(null);
        if (leg == null) {
            return Optional.of(rule("communicationId " + legId + " is not established in the conversation"));
        }
        return switch (event.list()) {
            case "communicationAnsweredEvents" -> answer(leg, event);
            case "communicationEndedEvents" -> end(conversation, leg, event);
            case "communicationDispositionAppliedEvents" -> dispose(leg, event);
            case "holdUpdatedEvents" -> hold(leg, event);
            default -> leg.ended() ? Optional.of(rule("The communication has ended")) : Optional.empty();
        };
    }

    private Optional<Refusal> establish(Conversation conversation, PostedEvent event, Leg.Kind kind) {
        Leg leg = new Leg(event, kind);
        if (conversation.leg(leg.id()).isPresent()) {
            return Optional.of(rule("The communication is established already"));
        }
        if (conversationOfLeg.containsKey(leg.id())) {
            return Optional.of(rule("The communicationId belongs to another conversation"));
        }
        if (conversation.over()) {
            return Optional.of(rule("The conversation is over: its last communication has ended"));
        }
        if (conversation.legCount() >= Conversation.MOST_LEGS) {
            return Optional.of(rule("The conversation has too many communications"));
        }
        String interaction =
                event.json().path("sourceConfiguration").path("interactionId").asText();
        if (!interaction.equals(conversation.interactionId())) {
            return Optional.of(rule("interactionId differs from that of the conversation"));
        }
        Optional<Refusal> misplaced = place(conversation, event, leg);
        if (misplaced.isPresent()) {
            return misplaced;
        }
        conversation.add(leg);
        conversationOfLeg.put(leg.id(), conversation.id());
        return Optional.empty();
    }

    /** Where a leg may stand: who invited it, who called whom, and one live leg for a user. */
    private static Optional<Refusal> place(Conversation conversation, PostedEvent event, Leg leg) {
        String invitedBy = event.initial("invitedBy").asText("");
        if (conversation.legCount() > 0 && invitedBy.isEmpty()) {
            return Optional.of(rule("Only the first communication of a conversation has no invitedBy"));
        }
        if (!invitedBy.isEmpty() && conversation.leg(invitedBy).isEmpty()) {
            return Optional.of(rule("invitedBy " + invitedBy + " is not established in the conversation"));
        }
        boolean centreCalled = conversation.legs().stream()
                .filter(other -> other.kind() == Leg.Kind.EXTERNAL)
                .findFirst()
                .map(customer -> !customer.inbound())
                .orElse(false);
        if (leg.kind() == Leg.Kind.ROUTING && !leg.inbound() && !centreCalled) {
            return Optional.of(rule("A queue is inbound unless the contact centre called the customer"));
        }
        if (leg.kind() == Leg.Kind.USER) {
            for (Leg other : conversation.legs()) {
                boolean sameUser =
                        other.kind() == Leg.Kind.USER && other.subject().equals(leg.subject());
                if (sameUser && !other.ended() && !transfers(conversation, other)) {
                    return Optional.of(rule("The user has a live communication in the conversation"));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean transfers(Conversation conversation, Leg leg) {
        return conversation.commands().values().stream()
                .anyMatch(command -> !command.ended && command.initiating.equals(leg.id()));
    }

    private static Optional<Refusal> answer(Leg leg, PostedEvent event) {
        if (!leg.alerting()) {
            return Optional.of(rule("The communication was not alerting"));
        }
        if (leg.ended()) {
            return Optional.of(rule("The communication has ended"));
        }
        if (leg.answeredAt() >= 0) {
            return Optional.of(rule("The communication is answered already"));
        }
        leg.answer(event.time());
        return Optional.empty();
    }

    private static Optional<Refusal> end(Conversation conversation, Leg leg, PostedEvent event) {
        if (leg.ended()) {
            return Optional.of(rule("The communication has ended already"));
        }
        String type = event.text("disconnectType");
        if (leg.kind() == Leg.Kind.ROUTING && type.equals("TransferUser") && !answered(conversation, leg, true)) {
            return Optional.of(rule("A queue ends with TransferUser only when somebody here has answered"));
        }
        if (leg.kind() == Leg.Kind.ROUTING && type.equals("Transfer") && !answered(conversation, leg, false)) {
            return Optional.of(rule("A queue ends with Transfer only when a target outside has answered"));
        }
        boolean takenAway = conversation.commands().values().stream()
                .anyMatch(command -> command.tookTheCallAway && command.object.equals(leg.id()));
        if (takenAway && !type.equals("Transfer")) {
            return Optional.of(rule("The call was transferred away: its communication ends with Transfer"));
        }
        leg.end(event.time(), type);
        return Optional.empty();
    }

    private static boolean answered(Conversation conversation, Leg queue, boolean here) {
        return conversation.legs().stream()
                .filter(leg -> here
                        ? leg.kind() == Leg.Kind.USER || leg.kind() == Leg.Kind.PHONE
                        : leg.kind() == Leg.Kind.EXTERNAL && !leg.inbound())
                .anyMatch(leg -> leg != queue && leg.answeredAt() >= 0);
    }

    private static Optional<Refusal> dispose(Leg leg, PostedEvent event) {
        if (leg.kind() != Leg.Kind.USER) {
            return Optional.of(rule("Only the communication of a user can have a disposition"));
        }
        if (!leg.ended()) {
            return Optional.of(rule("The communication has not ended"));
        }
        if (leg.disposedAt() >= 0) {
            return Optional.of(rule("The communication has a disposition already"));
        }
        leg.dispose(event.time());
        return Optional.empty();
    }

    private static Optional<Refusal> hold(Leg leg, PostedEvent event) {
        if (leg.ended()) {
            return Optional.of(rule("The communication has ended"));
        }
        leg.hold(event.time(), event.flag("held"));
        return Optional.empty();
    }
}

package org.engageconnector.simulators.genesyscloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.engageconnector.simulators.genesyscloud.WorkedCall.Line;
import org.engageconnector.simulators.genesyscloud.http.Json;

/** Writes the events of one conversation; every event is a second later than the one before. Legs have short names. */
final class Script {

    private static final Instant START = Instant.parse("2026-05-04T10:00:00Z");

    private final FilledOrganisation organisation;
    private final String conversation = UUID.randomUUID().toString();
    private final Map<String, String> ids = new HashMap<>();
    private long second;

    Script(FilledOrganisation organisation) {
        this.organisation = organisation;
    }

    String conversation() {
        return conversation;
    }

    /** The id behind a short name of a leg or command. */
    String id(String name) {
        return ids.computeIfAbsent(name, key -> UUID.randomUUID().toString());
    }

    Line customer() {
        return established("externalEstablishedEvents", "customer", false);
    }

    Line queue(String leg) {
        Line line = established("routingEstablishedEvents", leg, false);
        line.event().put("queueId", organisation.queue1);
        return line;
    }

    Line ringing(String leg, String userId) {
        Line line = established("userEstablishedEvents", leg, true);
        line.event().put("userId", userId);
        return line;
    }

    Line answered(String leg) {
        return ofLeg("communicationAnsweredEvents", leg);
    }

    Line ended(String leg) {
        Line line = ofLeg("communicationEndedEvents", leg);
        line.event().put("disconnectType", "Peer");
        return line;
    }

    Line disposed(String leg) {
        return ofLeg("communicationDispositionAppliedEvents", leg);
    }

    Line held(String leg, boolean on) {
        Line line = ofLeg("holdUpdatedEvents", leg);
        line.event().put("held", on);
        return line;
    }

    Line transfer(String command, String by, String object, String userId) {
        Line line = line("userTransferEvents");
        line.event()
                .put("transferType", "Unattended")
                .put("commandId", id(command))
                .put("initiatingCommunicationId", id(by))
                .put("targetCommunicationId", id(by))
                .put("objectCommunicationId", id(object))
                .put("destinationUserId", userId);
        return line;
    }

    Line progress(String command, String object, String destination) {
        Line line = line("progressTransferEvents");
        line.event()
                .put("commandId", id(command))
                .put("objectCommunicationId", id(object))
                .put("destinationCommunicationId", id(destination));
        return line;
    }

    Line endTransfer(String command, String object, String state) {
        Line line = line("endTransferEvents");
        line.event()
                .put("commandId", id(command))
                .put("objectCommunicationId", id(object))
                .put("finalState", state);
        return line;
    }

    Line consult(String list, String by, String object, String destination) {
        Line line = line(list);
        line.event()
                .put("initiatingCommunicationId", id(by))
                .put("objectCommunicationId", id(object))
                .put("destinationCommunicationId", id(destination));
        return line;
    }

    Line line(String list) {
        ObjectNode event = Json.object()
                .put("eventId", UUID.randomUUID().toString())
                .put("eventDateTime", START.plusSeconds(++second).toString())
                .put("conversationId", conversation);
        return new Line(list, event);
    }

    private Line ofLeg(String list, String leg) {
        Line line = line(list);
        line.event().put("communicationId", id(leg));
        return line;
    }

    private Line established(String list, String leg, boolean alerting) {
        Line line = ofLeg(list, leg);
        line.event().putObject("initialConfiguration").put("alerting", alerting).put("inbound", true);
        line.event()
                .putObject("sourceConfiguration")
                .put("sourceId", organisation.source)
                .put("interactionId", "call-" + conversation);
        if (!leg.equals("customer") && ids.containsKey("customer")) {
            ((ObjectNode) line.event().path("initialConfiguration")).put("invitedBy", id("customer"));
        }
        return line;
    }

    /** The only error of an answer, or a missing node when everything was taken. */
    static JsonNode error(JsonNode answer) {
        if (answer.path("errors").size() > 1) {
            throw new AssertionError("more than one error: " + answer);
        }
        return answer.path("errors").path(0);
    }
}

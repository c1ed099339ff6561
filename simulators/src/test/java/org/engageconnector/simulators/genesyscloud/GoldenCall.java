package org.engageconnector.simulators.genesyscloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.engageconnector.simulators.genesyscloud.WorkedCall.Line;
import org.engageconnector.simulators.genesyscloud.http.Json;

/** The {@code expect} of a golden file as the events that a connector would post. */
final class GoldenCall {

    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final Map<String, String> LEG_FIELDS = Map.of(
            "leg", "communicationId",
            "initiating", "initiatingCommunicationId",
            "target", "targetCommunicationId",
            "object", "objectCommunicationId",
            "destination", "destinationCommunicationId",
            "command", "commandId");
    private static final List<String> SAME_FIELDS = List.of(
            "ani",
            "dnis",
            "phoneNumber",
            "afterCallWorkRequired",
            "held",
            "disconnectType",
            "transferType",
            "finalState",
            "destinationPhoneNumber",
            "audioState");

    private final FilledOrganisation organisation;
    private final Map<String, String> ids = new HashMap<>();

    GoldenCall(FilledOrganisation organisation) {
        this.organisation = organisation;
    }

    List<Line> read(String name) {
        List<Line> lines = new ArrayList<>();
        try (InputStream file = GoldenCall.class.getResourceAsStream(
                "/org/engageconnector/simulators/engage/scenario/" + name + ".yaml")) {
            for (JsonNode expected : new YAMLMapper().readTree(file).path("expect")) {
                String list = expected.path("event").asText() + "Events";
                lines.add(new Line(list, toEvent(list, expected)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    private ObjectNode toEvent(String list, JsonNode expected) {
        long millis = Math.round(expected.path("at").asDouble() * 1000);
        ObjectNode event = Json.object()
                .put("eventId", UUID.randomUUID().toString())
                .put("eventDateTime", START.plusMillis(millis).toString())
                .put("conversationId", id(expected.path("conversation").asText()));
        LEG_FIELDS.forEach((from, to) -> {
            if (expected.has(from)) {
                event.put(to, id(expected.path(from).asText()));
            }
        });
        SAME_FIELDS.stream().filter(expected::has).forEach(field -> event.set(field, expected.get(field)));
        if (expected.has("user")) {
            event.put("userId", user(expected.path("user").asText()));
        }
        if (expected.has("destinationUser")) {
            event.put("destinationUserId", user(expected.path("destinationUser").asText()));
        }
        if (expected.has("queue")) {
            event.put("queueId", queue(expected.path("queue").asText()));
        }
        if (expected.has("destinationQueue")) {
            event.put(
                    "destinationQueueId",
                    queue(expected.path("destinationQueue").asText()));
        }
        if (expected.has("code")) {
            event.put("code", organisation.code);
        }
        if (list.endsWith("EstablishedEvents")) {
            ObjectNode initial = event.putObject("initialConfiguration");
            initial.set("alerting", expected.get("alerting"));
            initial.set("inbound", expected.get("inbound"));
            if (expected.has("invitedBy")) {
                initial.put("invitedBy", id(expected.path("invitedBy").asText()));
            }
            if (event.has("audioState")) {
                initial.set("audioState", event.remove("audioState"));
            }
            event.putObject("sourceConfiguration")
                    .put("sourceId", organisation.source)
                    .put("interactionId", expected.path("conversation").asText());
        }
        return event;
    }

    private String id(String name) {
        return ids.computeIfAbsent(name, key -> UUID.randomUUID().toString());
    }

    private String user(String name) {
        return switch (name) {
            case "A" -> organisation.userA;
            case "B" -> organisation.userB;
            default -> organisation.userC();
        };
    }

    private String queue(String name) {
        return name.equals("VQ_Sales") ? organisation.queue1 : organisation.queue2;
    }
}

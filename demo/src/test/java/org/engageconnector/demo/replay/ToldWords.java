package org.engageconnector.demo.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Told events and what a golden file expects, in the same words: a line each, legs and commands numbered as they are first named. */
final class ToldWords {

    private static final Set<String> LEGS =
            Set.of("leg", "invitedBy", "initiating", "target", "object", "destination", "command");
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("communicationId", "leg"),
            Map.entry("initiatingCommunicationId", "initiating"),
            Map.entry("targetCommunicationId", "target"),
            Map.entry("objectCommunicationId", "object"),
            Map.entry("destinationCommunicationId", "destination"),
            Map.entry("commandId", "command"),
            Map.entry("disconnectType", "disconnectType"),
            Map.entry("held", "held"),
            Map.entry("transferType", "transferType"),
            Map.entry("finalState", "finalState"),
            Map.entry("destinationPhoneNumber", "destinationPhoneNumber"),
            Map.entry("phoneNumber", "phoneNumber"));
    private static final Map<String, String> NAMES = Map.of(
            "userId", "user",
            "destinationUserId", "destinationUser",
            "queueId", "queue",
            "destinationQueueId", "destinationQueue",
            "code", "code");

    private final GoldenCall golden;
    private final Map<String, String> agentByEmployee = new HashMap<>();

    ToldWords(GoldenCall golden) {
        this.golden = golden;
        golden.cast
                .get("agents")
                .properties()
                .forEach(agent ->
                        agentByEmployee.put(agent.getValue().get("employeeId").asText(), agent.getKey()));
    }

    /** What the golden file expects. */
    List<String> expected() {
        List<Map<String, String>> all = new ArrayList<>();
        golden.yaml.get("expect").forEach(line -> {
            Map<String, String> fields = new TreeMap<>();
            line.properties().forEach(field -> {
                JsonNode value = field.getValue();
                switch (field.getKey()) {
                    case "at" -> fields.put("at", Long.toString(Math.round(value.asDouble() * 1000)));
                    case "conversation" -> fields.put("conversation", golden.symbol(value.asText()));
                    case "audioState" -> audio(fields, value);
                    case "afterCallWorkRequired" -> {
                        if (value.asBoolean()) {
                            fields.put("afterCallWorkRequired", "true");
                        }
                    }
                    default -> fields.put(field.getKey(), value.asText());
                }
            });
            all.add(fields);
        });
        return lines(all);
    }

    /** What lines of {@code replay --format json} say. */
    List<String> told(List<JsonNode> replayed) {
        List<Map<String, String>> all = new ArrayList<>();
        for (JsonNode line : replayed) {
            all.add(fields(line));
        }
        return lines(all);
    }

    private Map<String, String> fields(JsonNode line) {
        JsonNode event = line.get("event");
        Map<String, String> fields = new TreeMap<>();
        String kind = line.get("list").asText().replaceAll("Events$", "");
        fields.put("event", kind);
        long at = Instant.parse(event.get("eventDateTime").asText()).toEpochMilli();
        fields.put("at", Long.toString(at - golden.start));
        fields.put("conversation", line.at("/names/interactionId").asText());
        FIELDS.forEach((field, name) -> put(fields, name, event, field));
        NAMES.forEach((field, name) -> {
            if (event.has(field)) {
                String value = line.at("/names/" + field).asText();
                fields.put(name, agentByEmployee.getOrDefault(value, value));
            }
        });
        JsonNode initial = event.path("initialConfiguration");
        for (String field : new String[] {"inbound", "alerting", "invitedBy"}) {
            put(fields, field, initial, field);
        }
        if (kind.equals("externalEstablished")) {
            put(fields, "ani", event, "ani");
            put(fields, "dnis", event, "dnis");
        }
        if (event.path("afterCallWorkRequired").asBoolean()) {
            fields.put("afterCallWorkRequired", "true");
        }
        audio(fields, event.has("audioState") ? event.get("audioState") : initial.path("audioState"));
        return fields;
    }

    private static void put(Map<String, String> fields, String name, JsonNode json, String field) {
        if (json.has(field)) {
            fields.put(name, json.get(field).asText());
        }
    }

    private static void audio(Map<String, String> fields, JsonNode audio) {
        for (String field : new String[] {"canHear", "canSpeak"}) {
            if (!audio.path(field).asBoolean(true)) {
                fields.put(field, "false");
            }
        }
    }

    private static List<String> lines(List<Map<String, String>> all) {
        Map<String, String> names = new HashMap<>();
        return all.stream()
                .map(fields -> {
                    Map<String, String> named = new TreeMap<>(fields);
                    named.replaceAll((field, value) -> LEGS.contains(field)
                            ? names.computeIfAbsent(value, id -> "#" + (names.size() + 1))
                            : value);
                    return named.toString();
                })
                .toList();
    }
}

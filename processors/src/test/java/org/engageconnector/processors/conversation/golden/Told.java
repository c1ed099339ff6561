package org.engageconnector.processors.conversation.golden;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.engageconnector.processors.conversation.output.ConversationEvent;

/**
 * An event in the words of golden files: milliseconds since the start, fields by name. Legs and commands stay ids; {@link #legs}
 * are those it names ({@code invitedBy} is not naming).
 */
record Told(long at, String event, Map<String, String> fields, Map<String, String> legs, String conversation) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> LEG_FIELDS =
            Set.of("leg", "invitedBy", "initiating", "target", "object", "destination", "command");

    /** What was sent. */
    static Told of(ConversationEvent sent, GoldenCase golden) {
        JsonNode json;
        try {
            json = JSON.readTree(sent.json());
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + sent.json(), e);
        }
        String event = sent.list().replaceAll("Events$", "");
        Map<String, String> all = new TreeMap<>();
        put(all, "leg", json, "communicationId");
        put(all, "initiating", json, "initiatingCommunicationId");
        put(all, "target", json, "targetCommunicationId");
        put(all, "object", json, "objectCommunicationId");
        put(all, "destination", json, "destinationCommunicationId");
        put(all, "command", json, "commandId");
        put(all, "invitedBy", json.path("initialConfiguration"), "invitedBy");
        put(all, "inbound", json.path("initialConfiguration"), "inbound");
        put(all, "alerting", json.path("initialConfiguration"), "alerting");
        put(all, "disconnectType", json, "disconnectType");
        put(all, "held", json, "held");
        put(all, "transferType", json, "transferType");
        put(all, "finalState", json, "finalState");
        put(all, "destinationPhoneNumber", json, "destinationPhoneNumber");
        put(all, "phoneNumber", json, "phoneNumber");
        if (event.equals("externalEstablished")) {
            put(all, "ani", json, "ani");
            put(all, "dnis", json, "dnis");
        }
        name(all, "user", json, "userId", golden.cast.users);
        name(all, "destinationUser", json, "destinationUserId", golden.cast.users);
        name(all, "queue", json, "queueId", golden.cast.queues);
        name(all, "destinationQueue", json, "destinationQueueId", golden.cast.queues);
        name(all, "code", json, "code", golden.cast.codes);
        if (json.path("afterCallWorkRequired").asBoolean()) {
            all.put("afterCallWorkRequired", "true");
        }
        JsonNode audio = json.has("audioState")
                ? json.get("audioState")
                : json.path("initialConfiguration").path("audioState");
        audio(all, audio);
        long at = Instant.parse(json.get("eventDateTime").asText()).toEpochMilli() - golden.cast.start;
        return split(at, event, all, sent.callUuid());
    }

    /** What a golden file expects. */
    static Told of(JsonNode expected, GoldenCase golden) {
        Map<String, String> all = new TreeMap<>();
        expected.properties().forEach(field -> {
            switch (field.getKey()) {
                case "at", "event", "conversation" -> {}
                case "audioState" -> audio(all, field.getValue());
                case "afterCallWorkRequired" -> {
                    if (field.getValue().asBoolean()) {
                        all.put("afterCallWorkRequired", "true");
                    }
                }
                default -> all.put(field.getKey(), field.getValue().asText());
            }
        });
        return split(
                Math.round(expected.get("at").asDouble() * 1000),
                expected.get("event").asText(),
                all,
                golden.cast.symbol(expected.get("conversation").asText()));
    }

    private static Told split(long at, String event, Map<String, String> all, String conversation) {
        Map<String, String> legs = new LinkedHashMap<>();
        Map<String, String> fields = new TreeMap<>();
        all.forEach((key, value) -> (LEG_FIELDS.contains(key) ? legs : fields).put(key, value));
        return new Told(at, event, fields, legs, conversation);
    }

    private static void audio(Map<String, String> all, JsonNode audio) {
        if (!audio.path("canHear").asBoolean(true)) {
            all.put("canHear", "false");
        }
        if (!audio.path("canSpeak").asBoolean(true)) {
            all.put("canSpeak", "false");
        }
    }

    private static void put(Map<String, String> all, String name, JsonNode json, String field) {
        if (json.has(field)) {
            all.put(name, json.get(field).asText());
        }
    }

    private static void name(
            Map<String, String> all, String name, JsonNode json, String field, Map<String, String> names) {
        if (json.has(field)) {
            String id = json.get(field).asText();
            all.put(
                    name,
                    names.entrySet().stream()
                            .filter(e -> e.getValue().equals(id))
                            .map(Map.Entry::getKey)
                            .findFirst()
                            .orElse(id));
        }
    }

    /** The same with each leg or command id replaced by the number of its first mention in the list. */
    static List<String> normal(List<Told> told) {
        Map<String, String> names = new HashMap<>();
        List<String> lines = new ArrayList<>();
        for (Told event : told) {
            StringBuilder line = new StringBuilder(event.at + " " + event.event + " " + event.conversation);
            new TreeMap<>(event.legs)
                    .forEach((field, id) -> line.append(' ')
                            .append(field)
                            .append('=')
                            .append(names.computeIfAbsent(id, i -> "#" + (names.size() + 1))));
            event.fields.forEach(
                    (field, value) -> line.append(' ').append(field).append('=').append(value));
            lines.add(line.toString());
        }
        return lines;
    }
}

package org.engageconnector.simulators.judge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.engageconnector.simulators.engage.scenario.ExpectedEvent;

/**
 * Says whether an accepted event is an expected one, and learns which ids the expected symbols stand for. One per call.
 * Source: golden/README, "expect".
 */
final class EventMatch {

    private static final long MOST_MILLIS_APART = 2_000;

    /** Expected field to the JSON pointer of the id it is a symbol for. */
    private static final Map<String, String> SYMBOLS = Map.of(
            "leg", "/communicationId",
            "invitedBy", "/initialConfiguration/invitedBy",
            "initiating", "/initiatingCommunicationId",
            "target", "/targetCommunicationId",
            "object", "/objectCommunicationId",
            "destination", "/destinationCommunicationId",
            "command", "/commandId");

    private static final Set<String> EXTERNAL_ONLY = Set.of("ani", "dnis");

    private static final Set<String> ELSEWHERE = Set.of("conversation", "afterCallWorkRequired");

    private final OrganisationNames names;

    private final String switchName;

    private final Map<String, String> idOfSymbol = new HashMap<>();

    EventMatch(OrganisationNames names, String switchName) {
        this.names = names;
        this.switchName = switchName;
    }

    /** True when the event is the expected one; then its ids are what the symbols stand for from now on. */
    boolean take(ExpectedEvent expected, AcceptedEvent event) {
        if (!event.kind().equals(expected.event())
                || Math.abs(event.time() - expected.at()) >= MOST_MILLIS_APART
                || !absent(expected, event)) {
            return false;
        }
        Map<String, String> learned = new HashMap<>();
        for (String field : expected.fields().keySet()) {
            if (!fits(field, expected, event, learned)) {
                return false;
            }
        }
        idOfSymbol.putAll(learned);
        return true;
    }

    private boolean fits(String field, ExpectedEvent expected, AcceptedEvent event, Map<String, String> learned) {
        String wanted = expected.text(field);
        if (SYMBOLS.containsKey(field)) {
            return symbol(wanted, event.json().at(SYMBOLS.get(field)).asText(""), learned);
        }
        if (ELSEWHERE.contains(field)
                || EXTERNAL_ONLY.contains(field) && !event.kind().startsWith("external")) {
            return true;
        }
        return switch (field) {
            case "user" -> event.text("userId").equals(names.user(wanted));
            case "destinationUser" -> event.text("destinationUserId").equals(names.user(wanted));
            case "queue" -> event.text("queueId").equals(names.queue(wanted, switchName));
            case "destinationQueue" -> event.text("destinationQueueId").equals(names.queue(wanted, switchName));
            case "code" -> event.text("code").equals(names.wrapUpCode(wanted));
            case "audioState" -> audio(expected.fields().get(field), event.json());
            case "inbound", "alerting" ->
                event.json().at("/initialConfiguration/" + field).asText("").equals(wanted);
            default -> event.text(field).equals(wanted);
        };
    }

    private static boolean audio(Object wanted, JsonNode event) {
        JsonNode state =
                event.has("audioState") ? event.path("audioState") : event.at("/initialConfiguration/audioState");
        return wanted instanceof Map<?, ?> flags
                && flags.entrySet().stream()
                        .allMatch(flag -> state.path(String.valueOf(flag.getKey()))
                                .asText("")
                                .equals(String.valueOf(flag.getValue())));
    }

    private boolean symbol(String symbol, String id, Map<String, String> learned) {
        String known = idOfSymbol.getOrDefault(symbol, learned.get(symbol));
        if (known != null) {
            return known.equals(id);
        }
        if (id.isEmpty() || idOfSymbol.containsValue(id) || learned.containsValue(id)) {
            return false;
        }
        learned.put(symbol, id);
        return true;
    }

    /** What may only be there when it is listed. */
    private static boolean absent(ExpectedEvent expected, AcceptedEvent event) {
        JsonNode json = event.json();
        boolean workWanted =
                Boolean.parseBoolean(String.valueOf(expected.fields().get("afterCallWorkRequired")));
        return (expected.text("invitedBy") != null
                        || json.at("/initialConfiguration/invitedBy").asText("").isEmpty())
                && (expected.text("code") != null || event.text("code").isEmpty())
                && (expected.text("queue") != null
                        || !event.kind().equals("userEstablished")
                        || event.text("queueId").isEmpty())
                && json.path("afterCallWorkRequired").asBoolean() == workWanted;
    }
}

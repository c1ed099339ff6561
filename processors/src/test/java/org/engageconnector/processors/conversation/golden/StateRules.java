package org.engageconnector.processors.conversation.golden;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.engageconnector.processors.conversation.output.ConversationEvent;

/**
 * What Genesys Cloud asks of a conversation's events, as the worked calls say it: every leg established once and before all else,
 * answered once and only if it alerted, ended once, disposed once and after its end; a command starts, progresses and ends once;
 * times strictly increase; event ids are unique.
 */
final class StateRules {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final class Leg {
        boolean alerting;
        boolean answered;
        boolean ended;
        boolean disposed;
        boolean user;
    }

    private final Map<String, Leg> legs = new HashMap<>();
    private final Map<String, String> commands = new HashMap<>();
    private final Map<String, Long> lastAt = new HashMap<>();
    private final Map<String, Integer> consults = new HashMap<>();
    private final Set<String> eventIds = new HashSet<>();
    final List<String> broken = new ArrayList<>();
    int events;

    void check(ConversationEvent event) {
        events++;
        JsonNode json;
        try {
            json = JSON.readTree(event.json());
        } catch (JsonProcessingException e) {
            broken.add("not JSON: " + event);
            return;
        }
        Long last = lastAt.put(event.conversationId(), event.at());
        ask(last == null || last < event.at(), "time does not increase", event);
        ask(eventIds.add(event.eventId()), "event id used twice", event);
        for (String field : List.of(
                "initiatingCommunicationId",
                "targetCommunicationId",
                "objectCommunicationId",
                "destinationCommunicationId")) {
            if (json.has(field)) {
                ask(legs.containsKey(json.get(field).asText()), field + " is not established", event);
            }
        }
        String list = event.list();
        if (list.endsWith("EstablishedEvents")) {
            established(json, event);
        } else if (list.startsWith("communication") || list.startsWith("hold") || list.startsWith("audio")) {
            leg(json, event);
        } else if (json.has("commandId")) {
            command(json.get("commandId").asText(), event);
        } else {
            consult(event);
        }
    }

    private void established(JsonNode json, ConversationEvent event) {
        JsonNode start = json.path("initialConfiguration");
        Leg leg = new Leg();
        leg.alerting = start.path("alerting").asBoolean();
        leg.user = event.list().startsWith("user");
        if (start.has("invitedBy")) {
            ask(legs.containsKey(start.get("invitedBy").asText()), "invitedBy is not established", event);
        }
        ask(legs.put(json.get("communicationId").asText(), leg) == null, "established twice", event);
    }

    private void leg(JsonNode json, ConversationEvent event) {
        Leg leg = legs.get(json.get("communicationId").asText());
        if (leg == null) {
            broken.add("not established: " + event);
            return;
        }
        switch (event.list()) {
            case "communicationAnsweredEvents" -> {
                ask(leg.alerting && !leg.answered && !leg.ended, "answered at the wrong time", event);
                leg.answered = true;
            }
            case "communicationEndedEvents" -> {
                ask(!leg.ended, "ended twice", event);
                leg.ended = true;
            }
            case "communicationDispositionAppliedEvents" -> {
                ask(leg.user && leg.ended && !leg.disposed, "disposed at the wrong time", event);
                leg.disposed = true;
            }
            default -> ask(!leg.ended, "changed after its end", event);
        }
    }

    private void command(String id, ConversationEvent event) {
        String state = commands.getOrDefault(id, "none");
        switch (event.list()) {
            case "progressTransferEvents" -> {
                ask(state.equals("started"), "progress of a command that is " + state, event);
                commands.put(id, "progressed");
            }
            case "endTransferEvents" -> {
                ask(state.equals("started") || state.equals("progressed"), "end of a command that is " + state, event);
                commands.put(id, "ended");
            }
            default -> {
                ask(state.equals("none"), "start of a command that is " + state, event);
                commands.put(id, "started");
            }
        }
    }

    private void consult(ConversationEvent event) {
        int open = consults.getOrDefault(event.conversationId(), 0);
        switch (event.list()) {
            case "consultTransferEvents" -> consults.put(event.conversationId(), open + 1);
            case "endConsultTransferEvents" -> {
                ask(open > 0, "end of a consult that did not start", event);
                consults.put(event.conversationId(), open - 1);
            }
            default -> ask(open > 0, "progress of a consult that did not start", event);
        }
    }

    private void ask(boolean holds, String what, ConversationEvent event) {
        if (!holds && broken.size() < 20) {
            broken.add(what + ": " + event.json());
        }
    }

    /** Legs that were never ended. */
    long open() {
        return legs.values().stream().filter(leg -> !leg.ended).count();
    }
}

package org.engageconnector.simulators.genesyscloud.watch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.engageconnector.simulators.genesyscloud.events.AgentTimeline;
import org.engageconnector.simulators.genesyscloud.events.Conversation;
import org.engageconnector.simulators.genesyscloud.events.EventIntake;
import org.engageconnector.simulators.genesyscloud.events.Leg;
import org.engageconnector.simulators.genesyscloud.http.Answer;
import org.engageconnector.simulators.genesyscloud.http.Json;
import org.engageconnector.simulators.genesyscloud.http.Problem;
import org.engageconnector.simulators.genesyscloud.http.Request;
import org.engageconnector.simulators.genesyscloud.http.Router;
import org.engageconnector.simulators.genesyscloud.org.Organisation;

/**
 * Timelines as the accepted events made them: {@code GET /simulator/agents}, {@code /simulator/agents/{userId}},
 * {@code /simulator/conversations?limit=} (newest first) and {@code /simulator/conversations/{id}}. Times are
 * {@code eventDateTime} in milliseconds since 1970, -1 = not yet.
 */
public final class TimelineEndpoints {

    private final Organisation organisation;
    private final EventIntake intake;

    public TimelineEndpoints(Organisation organisation, EventIntake intake) {
        this.organisation = organisation;
        this.intake = intake;
    }

    public void register(Router router) {
        router.on("GET", "/simulator/agents", this::agents)
                .on("GET", "/simulator/agents/{id}", this::agent)
                .on("GET", "/simulator/conversations", this::conversations)
                .on("GET", "/simulator/conversations/{id}", this::conversation);
    }

    private Answer agents(Request request) {
        long since = since(request);
        ArrayNode agents = Json.MAPPER.createArrayNode();
        intake.agents().values().forEach(agent -> agents.add(toJson(agent, since)));
        return Answer.ok(agents);
    }

    private Answer agent(Request request) {
        AgentTimeline agent = intake.agents().get(request.variable("id"));
        if (agent == null) {
            throw Problem.notFound("timeline");
        }
        return Answer.ok(toJson(agent, Long.MIN_VALUE));
    }

    private Answer conversations(Request request) {
        List<Conversation> all = new ArrayList<>(intake.conversations().all());
        int limit = request.number("limit", 200, 1, 10_000);
        boolean liveOnly = request.flag("live");
        long since = since(request);
        ArrayNode answer = Json.MAPPER.createArrayNode();
        for (int i = all.size() - 1; i >= 0 && answer.size() < limit; i--) {
            Conversation one = all.get(i);
            if (liveOnly ? !one.over() : one.lastTime() >= since || !one.over()) {
                answer.add(toJson(one));
            }
        }
        return Answer.ok(answer);
    }

    private Answer conversation(Request request) {
        return Answer.ok(intake.conversations()
                .find(request.variable("id"))
                .map(this::toJson)
                .orElseThrow(() -> Problem.notFound("conversation")));
    }

    private ObjectNode toJson(AgentTimeline agent, long since) {
        ObjectNode json = Json.object().put("userId", agent.userId()).put("name", userName(agent.userId()));
        changes(json.putArray("presences"), agent.presences(), since);
        changes(json.putArray("routingStatuses"), agent.routingStatuses(), since);
        return json;
    }

    /** The changes since a time, and the one that held then. */
    private static void changes(ArrayNode json, List<AgentTimeline.Change> changes, long since) {
        for (int i = 0; i < changes.size(); i++) {
            if (i == changes.size() - 1 || changes.get(i + 1).time() > since) {
                json.addArray().add(changes.get(i).time()).add(changes.get(i).value());
            }
        }
    }

    private ObjectNode toJson(Conversation conversation) {
        ObjectNode json = Json.object()
                .put("id", conversation.id())
                .put("interactionId", conversation.interactionId())
                .put("first", conversation.firstTime())
                .put("last", conversation.lastTime())
                .put("over", conversation.over())
                .put("events", conversation.events());
        ArrayNode legs = json.putArray("legs");
        conversation.legs().forEach(leg -> legs.add(toJson(leg)));
        return json;
    }

    private ObjectNode toJson(Leg leg) {
        ObjectNode json = Json.object()
                .put("id", leg.id())
                .put("kind", leg.kind().name().toLowerCase(java.util.Locale.ROOT))
                .put("name", name(leg))
                .put("subject", leg.subject())
                .put("inbound", leg.inbound())
                .put("alerting", leg.alerting())
                .put("established", leg.establishedAt())
                .put("answered", leg.answeredAt())
                .put("ended", leg.endedAt())
                .put("disconnectType", leg.disconnectType())
                .put("disposed", leg.disposedAt());
        ArrayNode holds = json.putArray("holds");
        leg.holdChanges().forEach(holds::add);
        return json;
    }

    private String name(Leg leg) {
        return switch (leg.kind()) {
            case USER -> userName(leg.subject());
            case ROUTING ->
                organisation
                        .queues()
                        .find(leg.subject())
                        .map(queue -> queue.path("name").asText())
                        .orElse(leg.subject());
            case EXTERNAL -> "customer";
            case IVR -> "IVR";
            case PHONE -> "phone";
        };
    }

    private String userName(String userId) {
        return organisation
                .users()
                .find(userId)
                .map(user -> user.path("name").asText())
                .orElse(userId);
    }

    private static long since(Request request) {
        try {
            return request.parameter("since").map(Long::parseLong).orElse(Long.MIN_VALUE);
        } catch (NumberFormatException e) {
            throw new Problem(400, "bad.request", "since is not a number");
        }
    }
}

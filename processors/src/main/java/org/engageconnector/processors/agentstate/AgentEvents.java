package org.engageconnector.processors.agentstate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.engageconnector.journal.NewEntry;
import org.engageconnector.processors.ids.DeterministicId;

/**
 * Makes the presence and routing status events that bring Genesys Cloud from what was journaled to what should be, each only
 * when its value changed. Two events of one agent never share a millisecond and never run backwards; each id rests on the one
 * before, so that A-B-A within a second makes three. Pure.
 */
final class AgentEvents {

    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    static final String PRESENCE = "userPresenceEvents";
    static final String ROUTING_STATUS = "userRoutingStatusEvents";

    /** Whom the events are about and which ids they carry. */
    record Target(String employeeId, String userId, String sourceId, Function<SystemPresence, String> definition) {}

    private final String tenant;

    AgentEvents(String tenant) {
        this.tenant = tenant;
    }

    /**
     * The events that are missing; the record then counts them as sent.
     *
     * @param evidenceAt local time at which what they rest on arrived or fell due, milliseconds since 1970
     */
    List<NewEntry> missing(AgentRecord agent, Target target, long evidenceAt) {
        List<NewEntry> events = new ArrayList<>(2);
        if (agent.presence == null || agent.frozen) {
            return events;
        }
        // On the way out the routing status goes first: OffQueue is confirmed before Offline is sent.
        if (agent.presence == SystemPresence.Offline) {
            routingStatus(agent, target, evidenceAt, events);
            presence(agent, target, evidenceAt, events);
        } else {
            presence(agent, target, evidenceAt, events);
            routingStatus(agent, target, evidenceAt, events);
        }
        return events;
    }

    private void presence(AgentRecord agent, Target target, long evidenceAt, List<NewEntry> events) {
        String definition = target.definition().apply(agent.presence);
        if (agent.presence == agent.sentPresence || definition == null) {
            return;
        }
        Map<String, Object> event = event(agent, target, "presence", agent.presence.name());
        event.put("userId", target.userId());
        event.put("sourceId", target.sourceId());
        event.put("presenceDefinitionId", definition);
        events.add(entry(PRESENCE, agent, target, event, evidenceAt, agent.presence.name()));
        agent.sentPresence = agent.presence;
        agent.presenceEventId = agent.lastEventId;
    }

    private void routingStatus(AgentRecord agent, Target target, long evidenceAt, List<NewEntry> events) {
        boolean onQueueIsMissing = agent.presence == SystemPresence.OnQueue && agent.sentPresence != agent.presence;
        if (agent.routingStatus == agent.sentRoutingStatus || onQueueIsMissing) {
            return;
        }
        Map<String, Object> event = event(agent, target, "routing-status", agent.routingStatus.name());
        event.put("agentId", target.userId());
        event.put("status", agent.routingStatus.name());
        event.put("sourceId", target.sourceId());
        events.add(entry(ROUTING_STATUS, agent, target, event, evidenceAt, agent.routingStatus.name()));
        agent.sentRoutingStatus = agent.routingStatus;
        agent.routingStatusEventId = agent.lastEventId;
    }

    private Map<String, Object> event(AgentRecord agent, Target target, String kind, String value) {
        // The first event of all has none before it: its time stands in, so that a lost Redis does not mint old ids
        // anew.
        String previous = agent.lastEventId != null ? agent.lastEventId : Long.toString(agent.since);
        agent.lastEventId = DeterministicId.id(tenant, "agent-state", target.employeeId(), kind, previous, value);
        agent.lastEventTime = Math.max(agent.since, agent.lastEventTime + 1);
        agent.refused = false;
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("eventId", agent.lastEventId);
        event.put("eventDateTime", TIME.format(Instant.ofEpochMilli(agent.lastEventTime)));
        return event;
    }

    private static NewEntry entry(
            String kind, AgentRecord agent, Target target, Map<String, Object> event, long evidenceAt, String value) {
        try {
            Map<String, String> headers = Map.of(
                    "eventId",
                    agent.lastEventId,
                    "agent",
                    target.employeeId(),
                    "value",
                    value,
                    "evidenceAt",
                    Long.toString(evidenceAt));
            return new NewEntry(target.userId(), kind, headers, JSON.writeValueAsBytes(event));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an agent state event cannot be written as JSON", e);
        }
    }
}

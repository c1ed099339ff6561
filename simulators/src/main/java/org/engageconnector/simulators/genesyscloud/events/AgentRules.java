package org.engageconnector.simulators.genesyscloud.events;

import static org.engageconnector.simulators.genesyscloud.events.Refusal.rule;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.engageconnector.simulators.genesyscloud.org.Organisation;

/**
 * Presence and routing status of users. Natively Idle and Interacting need presence On Queue; that the same
 * holds for posted events is inferred. The presence that held at the event's own time decides, so it does not matter which
 * of two requests under way arrives first. NotResponding and Communicating are let through off queue
 * (docs/agent-states.md#rows).
 */
final class AgentRules {

    private static final Set<String> ON_QUEUE_ONLY = Set.of("Idle", "Interacting");

    private final Organisation organisation;
    private final boolean statusNeedsOnQueue;
    private final Map<String, AgentTimeline> agents = new LinkedHashMap<>();

    AgentRules(Organisation organisation, boolean statusNeedsOnQueue) {
        this.organisation = organisation;
        this.statusNeedsOnQueue = statusNeedsOnQueue;
    }

    Map<String, AgentTimeline> agents() {
        return agents;
    }

    long lastTime(PostedEvent event) {
        AgentTimeline agent = agents.get(event.key());
        return agent == null ? Long.MIN_VALUE : agent.lastTime(event.path());
    }

    /** Applies an event to its user, or says why not. */
    Optional<Refusal> apply(PostedEvent event) {
        AgentTimeline agent = agents.computeIfAbsent(event.key(), AgentTimeline::new);
        if (event.path() == EventPath.PRESENCE) {
            // without a definition only the message changes
            String presence = organisation
                    .systemPresence(event.text("presenceDefinitionId"))
                    .orElseGet(() -> agent.presenceAt(event.time()).orElse(""));
            agent.add(EventPath.PRESENCE, event.time(), presence);
            return Optional.empty();
        }
        String status = event.text("status");
        if (statusNeedsOnQueue && ON_QUEUE_ONLY.contains(status) && !onQueue(agent, event.time())) {
            return Optional.of(rule("Routing status " + status + " needs presence On Queue"));
        }
        agent.add(EventPath.ROUTING_STATUS, event.time(), status);
        return Optional.empty();
    }

    private static boolean onQueue(AgentTimeline agent, long time) {
        return agent.presenceAt(time)
                .map(presence -> presence.equals("onqueue"))
                .orElse(agent.presencesForgotten());
    }
}

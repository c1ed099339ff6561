package org.engageconnector.processors.agentstate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One agent as {@code GET /api/v1/agents/states} shows it: what Engage says, what was sent and when.
 *
 * @param engageState Stat Server's name of the state, or its number; {@code null} while nothing was said
 * @param engageSince since when, by the server's clock, ISO-8601
 * @param sentAt the time of the last event, ISO-8601
 * @param problems why nothing, or not all, is sent
 */
public record AgentStateView(
        String employeeId,
        String engageState,
        String engageSince,
        String presence,
        String routingStatus,
        String sentPresence,
        String sentRoutingStatus,
        String sentAt,
        boolean frozen,
        boolean removed,
        @JsonIgnore Set<AgentProblem> problems) {

    static AgentStateView of(String employeeId, AgentRecord record) {
        return new AgentStateView(
                employeeId,
                record.status < 0
                        ? null
                        : StatServerStatus.of(record.status).map(Enum::name).orElse("number " + record.status),
                record.status < 0
                        ? null
                        : Instant.ofEpochSecond(record.statusTime).toString(),
                name(record.presence),
                name(record.routingStatus),
                name(record.sentPresence),
                name(record.sentRoutingStatus),
                record.lastEventTime == 0
                        ? null
                        : Instant.ofEpochMilli(record.lastEventTime).toString(),
                record.frozen,
                record.removed,
                AgentProblem.of(record));
    }

    /** {@code null} when all is well. */
    @JsonProperty
    public String problem() {
        return problems.isEmpty()
                ? null
                : problems.stream().map(AgentProblem::text).collect(Collectors.joining("; "));
    }

    private static String name(Enum<?> value) {
        return value == null ? null : value.name();
    }
}

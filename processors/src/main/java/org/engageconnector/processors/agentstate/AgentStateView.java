package org.engageconnector.processors.agentstate;

import java.time.Instant;

/**
 * One agent as {@code GET /api/v1/agents/states} shows it: what Engage says, what was sent and when.
 *
 * @param engageState Stat Server's name of the state, or its number; {@code null} while nothing was said
 * @param engageSince since when, by the server's clock, ISO-8601
 * @param sentAt the time of the last event, ISO-8601
 * @param problem why nothing, or not all, is sent; {@code null} when all is well
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
        String problem) {

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
                problem(record));
    }

    private static String problem(AgentRecord record) {
        if (record.frozen) {
            return "Stat Server says that the statistic is invalid; the state is kept until it is valid again";
        }
        if (record.presence != null && record.userId == null) {
            return "no Genesys Cloud user, or no presence source, in the ID map; see config-sync";
        }
        if (record.presence != record.sentPresence && record.sentRoutingStatus != null) {
            return "the presence " + record.presence + " has no definition in the organisation, or was refused";
        }
        return null;
    }

    private static String name(Enum<?> value) {
        return value == null ? null : value.name();
    }
}

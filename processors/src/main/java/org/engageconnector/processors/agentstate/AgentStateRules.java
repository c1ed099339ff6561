package org.engageconnector.processors.agentstate;

import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.engageconnector.message.KeyValueList;
import org.engageconnector.processors.agentstate.MappingTable.Row;

/**
 * The rules of the agent state mapping: what an agent's presence and routing status should be after each thing that Stat
 * Server says. Pure: it changes the record it is given and nothing else. Source: agent state mapping, rows 1-12 and the rules
 * below the table.
 */
final class AgentStateRules {

    /** How long a not-ready state waits for its reason, so that lunch is not Busy, then Meal. */
    static final long REASON_WAIT_MILLIS = 300;

    private static final int RINGING = StatServerStatus.CallRinging.number();
    private static final int NOT_READY = StatServerStatus.NotReadyForNextCall.number();
    private static final int READY = StatServerStatus.WaitForNextCall.number();
    private static final int LOGGED_OUT = StatServerStatus.LoggedOut.number();

    private final MappingTable table;
    private final IntConsumer unmappedStatus;

    /** @param unmappedStatus is told each state number that no row maps or that a row leaves alone */
    AgentStateRules(MappingTable table, IntConsumer unmappedStatus) {
        this.table = table;
        this.unmappedStatus = unmappedStatus;
    }

    /** An EventInfo of CurrentState; {@code now} is local time in milliseconds. */
    void state(AgentRecord agent, int status, int statusTime, int callType, Map<String, String> codes, long now) {
        agent.frozen = agent.invalid;
        agent.removed = false;
        if (agent.status == status && agent.statusTime == statusTime && agent.callType == callType) {
            return;
        }
        boolean sameState = agent.status == status && agent.statusTime == statusTime;
        if (!sameState) {
            // An inbound call that rang, was not answered and left the agent not ready: a missed call.
            agent.notResponding =
                    agent.status == RINGING && agent.callType == CallType.inbound.ordinal() && status == NOT_READY;
        }
        agent.status = status;
        agent.statusTime = statusTime;
        agent.callType = callType;
        if (status == NOT_READY && agent.reasonStatusTime != statusTime) {
            if (!sameState) {
                agent.awaitsReasonUntil = now + REASON_WAIT_MILLIS;
            }
            return;
        }
        map(agent, statusTime * 1000L, codes);
    }

    /**
     * An EventInfo of CurrentStateReason.
     *
     * @param status the state it belongs to, -1 when it was not said; only not ready has reasons
     */
    void reason(
            AgentRecord agent,
            int status,
            int statusTime,
            int serverTime,
            KeyValueList pairs,
            Map<String, String> codes) {
        agent.frozen = agent.invalid;
        if (status != NOT_READY && status != -1) {
            // Else a state of the same second that had no reason would hide the reason that is still on its way.
            agent.reasonStatusTime = -1;
            return;
        }
        agent.reasonPairs(pairs);
        boolean sameState = agent.status == NOT_READY && agent.statusTime == statusTime;
        boolean first = agent.reasonStatusTime != statusTime && agent.awaitsReasonUntil != 0;
        agent.reasonStatusTime = statusTime;
        agent.reasonServerTime = serverTime;
        if (sameState) {
            map(agent, (first ? statusTime : serverTime) * 1000L, codes);
        }
    }

    /** EventStatisticInvalid: what is said from now on is kept, and nothing is sent. */
    void invalid(AgentRecord agent) {
        agent.invalid = true;
        agent.frozen = true;
    }

    /** EventStatisticValid: the next EventInfo is sent again. */
    void valid(AgentRecord agent) {
        agent.invalid = false;
    }

    /** Lets a wait for a reason end when its time has come. */
    void due(AgentRecord agent, Map<String, String> codes, long now) {
        if (agent.awaitsReasonUntil != 0 && agent.awaitsReasonUntil <= now) {
            map(agent, agent.statusTime * 1000L, codes);
        }
    }

    /** The agent left the agent list: OffQueue and Offline, once. */
    void removed(AgentRecord agent, long now) {
        agent.removed = true;
        agent.invalid = false;
        agent.frozen = false;
        agent.awaitsReasonUntil = 0;
        agent.status = -1;
        agent.wasReady = false;
        agent.lastNotReady = null;
        agent.notResponding = false;
        should(agent, SystemPresence.Offline, RoutingStatus.OffQueue, now);
    }

    private void map(AgentRecord agent, long at, Map<String, String> codes) {
        agent.awaitsReasonUntil = 0;
        Optional<Row> found = table.row(agent.status, agent.callType, agent.wasReady);
        if (found.isEmpty() || found.get().changesNothing()) {
            unmappedStatus.accept(agent.status);
            return;
        }
        Row row = found.get();
        SystemPresence presence = presence(row, agent, codes);
        RoutingStatus routingStatus = row.routingStatus();
        if (agent.notResponding && routingStatus == RoutingStatus.OffQueue) {
            routingStatus = RoutingStatus.NotResponding;
        }
        if (agent.status == READY) {
            agent.wasReady = true;
        } else if (agent.status == NOT_READY) {
            agent.wasReady = false;
            agent.lastNotReady = presence;
        } else if (agent.status == LOGGED_OUT) {
            agent.wasReady = false;
            agent.lastNotReady = null;
        }
        should(agent, presence, routingStatus, at);
    }

    private SystemPresence presence(Row row, AgentRecord agent, Map<String, String> codes) {
        return switch (row.presenceFrom()) {
            case VALUE -> row.presence();
            case REASON ->
                agent.reasonStatusTime == agent.statusTime
                        ? table.presenceOf(agent.reasonPairs(), codes).orElse(row.presence())
                        : row.presence();
            case LAST_NOT_READY -> agent.lastNotReady != null ? agent.lastNotReady : row.presence();
        };
    }

    private static void should(AgentRecord agent, SystemPresence presence, RoutingStatus routingStatus, long at) {
        if (agent.presence != presence || agent.routingStatus != routingStatus) {
            agent.since = at;
        }
        agent.presence = presence;
        agent.routingStatus = routingStatus;
    }
}

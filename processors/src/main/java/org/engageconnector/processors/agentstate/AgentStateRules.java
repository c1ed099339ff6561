package org.engageconnector.processors.agentstate;

import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.engageconnector.message.StatEvent;
import org.engageconnector.processors.agentstate.MappingTable.Row;

/**
 * The rules of the agent state mapping: what an agent's presence and routing status should be after each thing that Stat
 * Server says. Pure: it changes the record it is given and nothing else. Source: agent state mapping, rows 1-12 and the rules
 * below the table.
 */
final class AgentStateRules {

    /** How long a not-ready state waits for its reason, so that lunch is not Busy, then Meal. */
    static final long REASON_WAIT_MILLIS = 300;

    private static final int NONE = -1;
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
    void state(AgentRecord agent, StatEvent said, Map<String, String> codes, long now) {
        if (isOlderLogout(agent, said)) {
            return;
        }
        int callType = CallType.ofAgent(said.place(), said.status());
        boolean sameState = isPresent(agent, said);
        agent.removed = false;
        if (sameState && agent.callType == callType) {
            return;
        }
        if (!sameState) {
            // An inbound call that rang, was not answered and left the agent not ready: a missed call.
            agent.notResponding = agent.status == RINGING
                    && agent.callType == CallType.inbound.ordinal()
                    && said.status() == NOT_READY;
            if (said.status() != NOT_READY) {
                // Who is not ready again within the second has another reason.
                agent.reasonStatusTime = NONE;
                agent.reasonUnmapped = false;
            }
        }
        agent.status = said.status();
        agent.statusTime = said.statusTime();
        agent.callType = callType;
        if (agent.status == NOT_READY && agent.reasonStatusTime != agent.statusTime) {
            if (!sameState) {
                agent.awaitsReasonUntil = now + REASON_WAIT_MILLIS;
            }
            return;
        }
        map(agent, millis(agent.statusTime), codes);
    }

    /** After a failover of SIP Servers a logout that came before the present login may be told after it. */
    private static boolean isOlderLogout(AgentRecord agent, StatEvent said) {
        return said.status() == LOGGED_OUT
                && !agent.removed
                && agent.status != NONE
                && agent.status != LOGGED_OUT
                && said.statusTime() > 0
                && said.statusTime() < agent.statusTime;
    }

    /** Whether an EventInfo of CurrentState says again in what state the agent is. */
    boolean isPresent(AgentRecord agent, StatEvent said) {
        return agent.status == said.status() && agent.statusTime == said.statusTime();
    }

    /** An EventInfo of CurrentStateReason; one that belongs to another state than not ready is no reason. */
    void reason(AgentRecord agent, StatEvent said, Map<String, String> codes) {
        if (said.status() != NOT_READY && said.status() >= 0) {
            return;
        }
        boolean first = agent.reasonStatusTime != said.statusTime() && agent.awaitsReasonUntil != 0;
        agent.reasonPairs(said.reasons());
        agent.reasonStatusTime = said.statusTime();
        agent.reasonServerTime = said.serverTime();
        if (agent.status == NOT_READY && agent.statusTime == said.statusTime()) {
            map(agent, millis(first ? said.statusTime() : Math.max(said.statusTime(), said.serverTime())), codes);
        }
    }

    /**
     * Lets a wait for a reason end when its time has come. One that would last longer than any was begun by a clock that has
     * been set since.
     */
    boolean due(AgentRecord agent, Map<String, String> codes, long now) {
        long left = agent.awaitsReasonUntil - now;
        boolean due = agent.awaitsReasonUntil != 0 && (left <= 0 || left > REASON_WAIT_MILLIS);
        if (due) {
            endWait(agent, codes);
        }
        return due;
    }

    /** Ends a wait for a reason, whatever the time: the state is taken as it is known. */
    void endWait(AgentRecord agent, Map<String, String> codes) {
        map(agent, millis(agent.statusTime), codes);
    }

    /** The agent left the agent list: OffQueue and Offline, once. */
    void removed(AgentRecord agent, long now) {
        agent.removed = true;
        agent.frozen = false;
        agent.invalid = false;
        agent.error = 0;
        agent.awaitsReasonUntil = 0;
        agent.status = NONE;
        agent.wasReady = false;
        agent.lastNotReady = null;
        agent.notResponding = false;
        agent.reasonUnmapped = false;
        should(agent, SystemPresence.Offline, RoutingStatus.OffQueue, now);
    }

    private void map(AgentRecord agent, long at, Map<String, String> codes) {
        agent.awaitsReasonUntil = 0;
        Optional<Row> found = table.row(agent.status, agent.callType, agent.wasReady);
        if (agent.status == READY) {
            agent.wasReady = true;
        } else if (agent.status == NOT_READY || agent.status == LOGGED_OUT) {
            agent.wasReady = false;
        }
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
        if (agent.status == NOT_READY) {
            agent.lastNotReady = presence;
        } else if (agent.status == LOGGED_OUT) {
            agent.lastNotReady = null;
        }
        should(agent, presence, routingStatus, at);
    }

    private SystemPresence presence(Row row, AgentRecord agent, Map<String, String> codes) {
        return switch (row.presenceFrom()) {
            case VALUE -> row.presence();
            case REASON -> ofReason(agent, codes).orElse(row.presence());
            case LAST_NOT_READY -> agent.lastNotReady != null ? agent.lastNotReady : row.presence();
        };
    }

    private Optional<SystemPresence> ofReason(AgentRecord agent, Map<String, String> codes) {
        boolean said = agent.reasonStatusTime == agent.statusTime && !agent.reasons.isEmpty();
        Optional<SystemPresence> found = said ? table.presenceOf(agent.reasonPairs(), codes) : Optional.empty();
        agent.reasonUnmapped = said && found.isEmpty();
        return found;
    }

    private static long millis(int seconds) {
        return seconds * 1000L;
    }

    private static void should(AgentRecord agent, SystemPresence presence, RoutingStatus routingStatus, long at) {
        if (agent.presence != presence || agent.routingStatus != routingStatus) {
            agent.since = at;
        }
        agent.presence = presence;
        agent.routingStatus = routingStatus;
    }
}

package org.engageconnector.simulators.engage.play;

import static org.engageconnector.simulators.engage.statserver.AgentState.AFTER_CALL_WORK;
import static org.engageconnector.simulators.engage.statserver.AgentState.CALL_INBOUND;
import static org.engageconnector.simulators.engage.statserver.AgentState.CALL_ON_HOLD;
import static org.engageconnector.simulators.engage.statserver.AgentState.CALL_RINGING;
import static org.engageconnector.simulators.engage.statserver.AgentState.LOGGED_OUT;
import static org.engageconnector.simulators.engage.statserver.AgentState.NOT_READY_FOR_NEXT_CALL;
import static org.engageconnector.simulators.engage.statserver.AgentState.WAIT_FOR_NEXT_CALL;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.engageconnector.message.KeyValueList;
import org.engageconnector.simulators.engage.statserver.AgentState;

/**
 * What Genesys Cloud must be told of the agents' states: the agent state mapping with its default table, written down a second
 * time so that simulator and connector do not share a mistake. Thread-safe.
 */
final class AgentStateLedger {

    private static final int INBOUND = 2;

    private static final Map<String, String> REASONS =
            Map.of("BREAK", "Break", "LUNCH", "Meal", "MEAL", "Meal", "MEETING", "Meeting", "TRAINING", "Training");

    private static final class Last {
        private String presence;
        private String routingStatus;
        private String notReadyPresence = "Busy";
        private boolean ready;
        private boolean inboundRinging;
    }

    private final Map<String, Last> last = new HashMap<>();
    private final List<ExpectedAgentState> expected = new ArrayList<>();

    /**
     * An agent has a state, the first one or another. Only what changes by it is expected.
     *
     * @param toldAt in milliseconds since 1970; 0 for a state from before the run
     */
    synchronized void note(String employeeId, AgentState state, long toldAt) {
        Last agent = last.computeIfAbsent(employeeId, e -> new Last());
        boolean inbound = state.callType() != null && state.callType() == INBOUND;
        int status = state.status();
        switch (status) {
            case LOGGED_OUT -> {
                agent.ready = false;
                tell(employeeId, agent, "Offline", "OffQueue", state, toldAt);
            }
            case NOT_READY_FOR_NEXT_CALL -> {
                agent.ready = false;
                agent.notReadyPresence = presenceFor(state.reasons());
                tell(
                        employeeId,
                        agent,
                        agent.notReadyPresence,
                        agent.inboundRinging ? "NotResponding" : "OffQueue",
                        state,
                        toldAt);
            }
            case WAIT_FOR_NEXT_CALL -> {
                agent.ready = true;
                tell(employeeId, agent, "On Queue", "Idle", state, toldAt);
            }
            case CALL_INBOUND, AFTER_CALL_WORK -> tell(employeeId, agent, "On Queue", "Interacting", state, toldAt);
            default -> {
                boolean interacting = inbound && (status == CALL_RINGING || status == CALL_ON_HOLD);
                String presence = interacting || agent.ready ? "On Queue" : agent.notReadyPresence;
                tell(employeeId, agent, presence, interacting ? "Interacting" : "Communicating", state, toldAt);
            }
        }
        agent.inboundRinging = status == CALL_RINGING && inbound;
    }

    /** Everything expected so far, in its order per agent. */
    synchronized List<ExpectedAgentState> expected() {
        return List.copyOf(expected);
    }

    synchronized int size() {
        return expected.size();
    }

    private void tell(
            String employeeId, Last agent, String presence, String routingStatus, AgentState state, long toldAt) {
        if (!presence.equals(agent.presence)) {
            agent.presence = presence;
            expected.add(new ExpectedAgentState(
                    employeeId, ExpectedAgentState.Kind.PRESENCE, presence, state.statusTime(), toldAt));
        }
        if (!routingStatus.equals(agent.routingStatus)) {
            agent.routingStatus = routingStatus;
            expected.add(new ExpectedAgentState(
                    employeeId, ExpectedAgentState.Kind.ROUTING_STATUS, routingStatus, state.statusTime(), toldAt));
        }
    }

    private static String presenceFor(List<KeyValueList.Pair> reasons) {
        for (KeyValueList.Pair reason : reasons) {
            String presence = REASONS.get(reason.value().toString().toUpperCase(Locale.ROOT));
            if (presence != null) {
                return presence;
            }
        }
        return "Busy";
    }
}

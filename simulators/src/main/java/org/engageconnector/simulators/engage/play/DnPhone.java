package org.engageconnector.simulators.engage.play;

import static org.engageconnector.message.TServerAttribute.AGENT_WORK_MODE;
import static org.engageconnector.message.TServerAttribute.CALL_TYPE;
import static org.engageconnector.message.TServerAttribute.CALL_UUID;
import static org.engageconnector.message.TServerAttribute.CONN_ID;
import static org.engageconnector.message.TServerAttribute.PREVIOUS_CONN_ID;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.engageconnector.message.Message;
import org.engageconnector.message.TServerMessage;
import org.engageconnector.simulators.engage.statserver.AgentState;

/**
 * Which status Stat Server gives an agent, from the events of the agent's DN: of the agent's mode and the actions of each call
 * the one of highest priority (Stat Server's fixed priority table; a held call's type does not count). Not thread-safe.
 */
final class DnPhone {

    /** From low to high, as far as it can occur here. */
    private static final List<Integer> PRIORITY = List.of(
            AgentState.WAIT_FOR_NEXT_CALL,
            AgentState.CALL_DIALING,
            AgentState.CALL_RINGING,
            AgentState.NOT_READY_FOR_NEXT_CALL,
            AgentState.AFTER_CALL_WORK,
            AgentState.CALL_ON_HOLD,
            AgentState.CALL_UNKNOWN,
            AgentState.CALL_CONSULT,
            AgentState.CALL_INTERNAL,
            AgentState.CALL_OUTBOUND,
            AgentState.CALL_INBOUND);

    private static final int WORK_MODE_AFTER_CALL_WORK = 3;
    private static final int CONNECTED = -1;

    private record Call(int action, int callType) {
        int status() {
            return action != CONNECTED
                    ? action
                    : switch (callType) {
                        case 1 -> AgentState.CALL_INTERNAL;
                        case 2 -> AgentState.CALL_INBOUND;
                        case 3 -> AgentState.CALL_OUTBOUND;
                        case 4 -> AgentState.CALL_CONSULT;
                        default -> AgentState.CALL_UNKNOWN;
                    };
        }
    }

    private final Map<Long, Call> calls = new LinkedHashMap<>();
    private final Map<String, Long> connOfCall = new HashMap<>();
    private int mode = AgentState.WAIT_FOR_NEXT_CALL;

    /** Takes an event of this DN. */
    void note(Message event) {
        Long conn = event.longInteger(CONN_ID);
        int type = event.integer(CALL_TYPE, 0);
        renamed(event.text(CALL_UUID), conn);
        switch (event.number()) {
            case TServerMessage.EVENT_DIALING -> calls.put(conn, new Call(AgentState.CALL_DIALING, type));
            case TServerMessage.EVENT_RINGING -> calls.put(conn, new Call(AgentState.CALL_RINGING, type));
            case TServerMessage.EVENT_ESTABLISHED, TServerMessage.EVENT_RETRIEVED ->
                calls.put(conn, new Call(CONNECTED, type));
            case TServerMessage.EVENT_HELD -> calls.put(conn, new Call(AgentState.CALL_ON_HOLD, type));
            case TServerMessage.EVENT_PARTY_CHANGED -> {
                Call before = calls.remove(event.longInteger(PREVIOUS_CONN_ID));
                calls.put(conn, new Call(before == null ? CONNECTED : before.action(), type));
            }
            case TServerMessage.EVENT_RELEASED, TServerMessage.EVENT_ABANDONED -> calls.remove(conn);
            case TServerMessage.EVENT_AGENT_READY -> mode = AgentState.WAIT_FOR_NEXT_CALL;
            case TServerMessage.EVENT_AGENT_NOT_READY ->
                mode = event.integer(AGENT_WORK_MODE, 0) == WORK_MODE_AFTER_CALL_WORK
                        ? AgentState.AFTER_CALL_WORK
                        : AgentState.NOT_READY_FOR_NEXT_CALL;
            default -> {}
        }
    }

    /** A call may get another ConnID, as one does that comes from another switch; its CallUUID stays. */
    private void renamed(String uuid, Long conn) {
        if (uuid == null || conn == null) {
            return;
        }
        Long before = connOfCall.put(uuid, conn);
        if (before != null && !before.equals(conn) && calls.containsKey(before)) {
            calls.put(conn, calls.remove(before));
        }
    }

    /** The mode alone: ready, not ready or after-call work. */
    int mode() {
        return mode;
    }

    int status() {
        int status = mode;
        for (Call call : calls.values()) {
            if (PRIORITY.indexOf(call.status()) > PRIORITY.indexOf(status)) {
                status = call.status();
            }
        }
        return status;
    }

    /** CallType of the call that gives the status, else of any; {@code null} for no call. */
    Integer callType() {
        int status = status();
        Integer type = null;
        for (Call call : calls.values()) {
            if (type == null || call.status() == status) {
                type = call.callType();
            }
        }
        return type;
    }
}

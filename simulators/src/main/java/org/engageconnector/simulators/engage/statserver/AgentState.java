package org.engageconnector.simulators.engage.statserver;

import java.util.List;
import org.engageconnector.message.KeyValueList;

/**
 * What Stat Server says of one agent.
 *
 * @param status status number, for example 4 WaitForNextCall
 * @param statusTime since when, in seconds since 1970
 * @param callType T-Library's CallType of the call on the agent's DN; {@code null} for no call
 * @param reasons key and value pairs as the desktop sent them
 */
public record AgentState(int status, int statusTime, Integer callType, List<KeyValueList.Pair> reasons) {

    public static final int WAIT_FOR_NEXT_CALL = 4;
    public static final int OFF_HOOK = 5;
    public static final int CALL_DIALING = 6;
    public static final int CALL_RINGING = 7;
    public static final int NOT_READY_FOR_NEXT_CALL = 8;
    public static final int AFTER_CALL_WORK = 9;
    public static final int CALL_ON_HOLD = 13;
    public static final int CALL_UNKNOWN = 18;
    public static final int CALL_CONSULT = 19;
    public static final int CALL_INTERNAL = 20;
    public static final int CALL_OUTBOUND = 21;
    public static final int CALL_INBOUND = 22;
    public static final int LOGGED_OUT = 23;

    public AgentState {
        reasons = List.copyOf(reasons);
    }

    /** Logged out since a time, in seconds since 1970. */
    public static AgentState loggedOut(int since) {
        return new AgentState(LOGGED_OUT, since, null, List.of());
    }
}

package org.engageconnector.simulators.engage.statserver;

import static org.engageconnector.message.StatServerAttribute.LOGIN_ID;
import static org.engageconnector.message.StatServerAttribute.PLACE;
import static org.engageconnector.message.StatServerAttribute.REASONS;
import static org.engageconnector.message.StatServerAttribute.REFERENCE_ID;
import static org.engageconnector.message.StatServerAttribute.SERVER_TIME;
import static org.engageconnector.message.StatServerAttribute.STATUS;
import static org.engageconnector.message.StatServerAttribute.STATUS_TIME;

import org.engageconnector.message.KeyValueList;
import org.engageconnector.message.Message;
import org.engageconnector.message.StatServerMessage;
import org.engageconnector.simulators.engage.net.ClientConnection;

/** One open statistic of one client. */
record Subscription(ClientConnection client, int referenceId, Kind kind, StatAgent agent) {

    /** The two statistic types. */
    enum Kind {
        STATE,
        REASON
    }

    /** The value as EventInfo. @param serverTime in seconds since 1970 */
    Message info(AgentState state, int serverTime) {
        Message.Builder info = Message.of(StatServerMessage.EVENT_INFO)
                .with(REFERENCE_ID, referenceId)
                .with(SERVER_TIME, serverTime)
                .with(STATUS, state.status())
                .with(STATUS_TIME, state.statusTime());
        if (kind == Kind.REASON) {
            info.with(REASONS, new KeyValueList(state.reasons()));
        } else {
            boolean loggedOut = state.status() == AgentState.LOGGED_OUT;
            info.with(LOGIN_ID, loggedOut ? "LoggedOut" : agent.loginId()).with(PLACE, place(state, loggedOut));
        }
        return info.build();
    }

    /** A message that only names the statistic. */
    Message named(int message) {
        return Message.of(message).with(REFERENCE_ID, referenceId).build();
    }

    private KeyValueList place(AgentState state, boolean loggedOut) {
        if (loggedOut) {
            return KeyValueList.of("PlaceId", "");
        }
        KeyValueList dn = state.callType() == null
                ? KeyValueList.of(
                        "DnId",
                        agent.dn(),
                        "SwitchId",
                        agent.switchName(),
                        "Status",
                        state.status(),
                        "Time",
                        state.statusTime())
                : KeyValueList.of(
                        "DnId",
                        agent.dn(),
                        "SwitchId",
                        agent.switchName(),
                        "Status",
                        state.status(),
                        "Time",
                        state.statusTime(),
                        "CallType",
                        state.callType());
        return KeyValueList.of("PlaceId", agent.place(), "DnStatuses", KeyValueList.of("0", dn));
    }
}

package org.engageconnector.message;

import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * T-Library's message numbers that this project speaks of (reference: Genesys' message ids 0 to 182).
 *
 * <p>A number that is not here is kept by the codec and ignored by the rules; in metrics it counts as {@code other}.
 */
public final class TServerMessage {

    public static final int REQUEST_REGISTER_CLIENT = 0;
    public static final int REQUEST_QUERY_SERVER = 1;
    public static final int REQUEST_REGISTER_ADDRESS = 3;
    public static final int REQUEST_UNREGISTER_ADDRESS = 4;
    public static final int EVENT_SERVER_DISCONNECTED = 51;
    public static final int EVENT_ERROR = 52;
    public static final int EVENT_REGISTERED = 53;
    public static final int EVENT_UNREGISTERED = 54;
    public static final int EVENT_QUEUED = 57;
    public static final int EVENT_DIVERTED = 58;
    public static final int EVENT_ABANDONED = 59;
    public static final int EVENT_RINGING = 60;
    public static final int EVENT_DIALING = 61;
    public static final int EVENT_NETWORK_REACHED = 62;
    public static final int EVENT_DESTINATION_BUSY = 63;
    public static final int EVENT_ESTABLISHED = 64;
    public static final int EVENT_RELEASED = 65;
    public static final int EVENT_HELD = 66;
    public static final int EVENT_RETRIEVED = 67;
    public static final int EVENT_PARTY_CHANGED = 68;
    public static final int EVENT_PARTY_ADDED = 69;
    public static final int EVENT_PARTY_DELETED = 70;
    public static final int EVENT_ROUTE_REQUEST = 71;
    public static final int EVENT_ROUTE_USED = 72;
    public static final int EVENT_AGENT_LOGIN = 73;
    public static final int EVENT_AGENT_LOGOUT = 74;
    public static final int EVENT_AGENT_READY = 75;
    public static final int EVENT_AGENT_NOT_READY = 76;
    public static final int EVENT_ATTACHED_DATA_CHANGED = 85;
    public static final int EVENT_SERVER_INFO = 93;
    public static final int EVENT_LINK_DISCONNECTED = 94;
    public static final int EVENT_LINK_CONNECTED = 95;
    public static final int EVENT_USER_EVENT = 96;
    public static final int EVENT_CALL_INFO_CHANGED = 112;
    public static final int EVENT_PRIMARY_CHANGED = 133;
    public static final int EVENT_ACK = 138;
    public static final int EVENT_MUTE_ON = 145;
    public static final int EVENT_MUTE_OFF = 146;
    public static final int EVENT_DN_OUT_OF_SERVICE = 147;
    public static final int EVENT_DN_BACK_IN_SERVICE = 148;
    public static final int EVENT_CALL_CREATED = 160;
    public static final int EVENT_CALL_DATA_CHANGED = 161;
    public static final int EVENT_CALL_DELETED = 162;
    public static final int EVENT_CALL_PARTY_ADDED = 163;
    public static final int EVENT_CALL_PARTY_STATE = 164;
    public static final int EVENT_CALL_PARTY_MOVED = 165;
    public static final int EVENT_CALL_PARTY_DELETED = 166;
    public static final int REQUEST_START_CALL_MONITORING = 167;
    public static final int REQUEST_STOP_CALL_MONITORING = 168;

    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(REQUEST_REGISTER_CLIENT, "RequestRegisterClient"),
            Map.entry(REQUEST_QUERY_SERVER, "RequestQueryServer"),
            Map.entry(REQUEST_REGISTER_ADDRESS, "RequestRegisterAddress"),
            Map.entry(REQUEST_UNREGISTER_ADDRESS, "RequestUnregisterAddress"),
            Map.entry(EVENT_SERVER_DISCONNECTED, "EventServerDisconnected"),
            Map.entry(EVENT_ERROR, "EventError"),
            Map.entry(EVENT_REGISTERED, "EventRegistered"),
            Map.entry(EVENT_UNREGISTERED, "EventUnregistered"),
            Map.entry(EVENT_QUEUED, "EventQueued"),
            Map.entry(EVENT_DIVERTED, "EventDiverted"),
            Map.entry(EVENT_ABANDONED, "EventAbandoned"),
            Map.entry(EVENT_RINGING, "EventRinging"),
            Map.entry(EVENT_DIALING, "EventDialing"),
            Map.entry(EVENT_NETWORK_REACHED, "EventNetworkReached"),
            Map.entry(EVENT_DESTINATION_BUSY, "EventDestinationBusy"),
            Map.entry(EVENT_ESTABLISHED, "EventEstablished"),
            Map.entry(EVENT_RELEASED, "EventReleased"),
            Map.entry(EVENT_HELD, "EventHeld"),
            Map.entry(EVENT_RETRIEVED, "EventRetrieved"),
            Map.entry(EVENT_PARTY_CHANGED, "EventPartyChanged"),
            Map.entry(EVENT_PARTY_ADDED, "EventPartyAdded"),
            Map.entry(EVENT_PARTY_DELETED, "EventPartyDeleted"),
            Map.entry(EVENT_ROUTE_REQUEST, "EventRouteRequest"),
            Map.entry(EVENT_ROUTE_USED, "EventRouteUsed"),
            Map.entry(EVENT_AGENT_LOGIN, "EventAgentLogin"),
            Map.entry(EVENT_AGENT_LOGOUT, "EventAgentLogout"),
            Map.entry(EVENT_AGENT_READY, "EventAgentReady"),
            Map.entry(EVENT_AGENT_NOT_READY, "EventAgentNotReady"),
            Map.entry(EVENT_ATTACHED_DATA_CHANGED, "EventAttachedDataChanged"),
            Map.entry(EVENT_SERVER_INFO, "EventServerInfo"),
            Map.entry(EVENT_LINK_DISCONNECTED, "EventLinkDisconnected"),
            Map.entry(EVENT_LINK_CONNECTED, "EventLinkConnected"),
            Map.entry(EVENT_USER_EVENT, "EventUserEvent"),
            Map.entry(EVENT_CALL_INFO_CHANGED, "EventCallInfoChanged"),
            Map.entry(EVENT_PRIMARY_CHANGED, "EventPrimaryChanged"),
            Map.entry(EVENT_ACK, "EventACK"),
            Map.entry(EVENT_MUTE_ON, "EventMuteOn"),
            Map.entry(EVENT_MUTE_OFF, "EventMuteOff"),
            Map.entry(EVENT_DN_OUT_OF_SERVICE, "EventDNOutOfService"),
            Map.entry(EVENT_DN_BACK_IN_SERVICE, "EventDNBackInService"),
            Map.entry(EVENT_CALL_CREATED, "EventCallCreated"),
            Map.entry(EVENT_CALL_DATA_CHANGED, "EventCallDataChanged"),
            Map.entry(EVENT_CALL_DELETED, "EventCallDeleted"),
            Map.entry(EVENT_CALL_PARTY_ADDED, "EventCallPartyAdded"),
            Map.entry(EVENT_CALL_PARTY_STATE, "EventCallPartyState"),
            Map.entry(EVENT_CALL_PARTY_MOVED, "EventCallPartyMoved"),
            Map.entry(EVENT_CALL_PARTY_DELETED, "EventCallPartyDeleted"),
            Map.entry(REQUEST_START_CALL_MONITORING, "RequestStartCallMonitoring"),
            Map.entry(REQUEST_STOP_CALL_MONITORING, "RequestStopCallMonitoring"));

    private static final Map<String, Integer> NUMBERS =
            NAMES.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

    private TServerMessage() {}

    /** The name of a number; {@code null} when it is not in this table. */
    public static @Nullable String name(int number) {
        return NAMES.get(number);
    }

    /** The number of a name; {@code null} when it is not in this table. */
    public static @Nullable Integer number(String name) {
        return NUMBERS.get(name);
    }
}

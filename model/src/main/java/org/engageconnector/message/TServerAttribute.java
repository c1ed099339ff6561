package org.engageconnector.message;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * T-Library's attribute numbers, and the type each must have on the wire (docs/protocol.md).
 *
 * <p>An attribute of another type than here is counted and treated as absent.
 */
public final class TServerAttribute {

    public static final int PROTOCOL_VERSION = 0;
    public static final int ERROR_MESSAGE = 1;
    public static final int REFERENCE_ID = 2;
    public static final int CONN_ID = 9;
    public static final int PREVIOUS_CONN_ID = 10;
    public static final int TRANSFER_CONN_ID = 11;
    public static final int CALL_STATE = 13;
    public static final int AGENT_ID = 14;
    public static final int AGENT_WORK_MODE = 16;
    public static final int REASONS = 17;
    public static final int DNIS = 18;
    public static final int ANI = 19;
    public static final int THIS_DN = 20;
    public static final int THIS_QUEUE = 21;
    public static final int THIS_DN_ROLE = 23;
    public static final int OTHER_DN = 24;
    public static final int OTHER_DN_ROLE = 27;
    public static final int THIRD_PARTY_DN = 28;
    public static final int THIRD_PARTY_DN_ROLE = 31;
    public static final int ERROR_CODE = 46;
    public static final int ADDRESS_TYPE = 47;
    public static final int REGISTER_MODE = 49;
    public static final int CONTROL_MODE = 50;
    public static final int USER_DATA = 51;
    public static final int EXTENSIONS = 53;
    public static final int CALL_TYPE = 54;
    public static final int SERVER_VERSION = 61;
    public static final int SERVER_ROLE = 62;
    public static final int APPLICATION_NAME = 64;
    public static final int APPLICATION_PASSWORD = 65;
    public static final int CUSTOMER_ID = 76;
    public static final int TIME_IN_SECS = 86;
    public static final int TIME_IN_U_SECS = 87;
    public static final int CAUSE = 114;
    public static final int DN = 115;
    public static final int DIALED_NUMBER = 116;
    public static final int ORIGIN_CONN_ID = 117;
    public static final int REF_CONN_ID = 118;
    public static final int RELIABILITY = 119;
    public static final int PARTY_STATE = 124;
    public static final int REF_PARTY = 125;
    public static final int CTRL_PARTY = 126;
    public static final int CALL_UUID = 141;
    public static final int NEW_CALL_UUID = 142;
    public static final int ORIG_CALL_UUID = 143;
    public static final int REF_CALL_UUID = 144;
    public static final int PARTY_UUID = 145;
    public static final int IS_LINK_LIST = 146;
    public static final int SERVER_START_TIME = 147;
    public static final int EVENT_SEQUENCE_NUMBER = 148;

    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(PROTOCOL_VERSION, "ProtocolVersion"),
            Map.entry(ERROR_MESSAGE, "ErrorMessage"),
            Map.entry(REFERENCE_ID, "ReferenceID"),
            Map.entry(CONN_ID, "ConnID"),
            Map.entry(PREVIOUS_CONN_ID, "PreviousConnID"),
            Map.entry(TRANSFER_CONN_ID, "TransferConnID"),
            Map.entry(CALL_STATE, "CallState"),
            Map.entry(AGENT_ID, "AgentID"),
            Map.entry(AGENT_WORK_MODE, "AgentWorkMode"),
            Map.entry(REASONS, "Reasons"),
            Map.entry(DNIS, "DNIS"),
            Map.entry(ANI, "ANI"),
            Map.entry(THIS_DN, "ThisDN"),
            Map.entry(THIS_QUEUE, "ThisQueue"),
            Map.entry(THIS_DN_ROLE, "ThisDNRole"),
            Map.entry(OTHER_DN, "OtherDN"),
            Map.entry(OTHER_DN_ROLE, "OtherDNRole"),
            Map.entry(THIRD_PARTY_DN, "ThirdPartyDN"),
            Map.entry(THIRD_PARTY_DN_ROLE, "ThirdPartyDNRole"),
            Map.entry(ERROR_CODE, "ErrorCode"),
            Map.entry(ADDRESS_TYPE, "AddressType"),
            Map.entry(REGISTER_MODE, "RegisterMode"),
            Map.entry(CONTROL_MODE, "ControlMode"),
            Map.entry(USER_DATA, "UserData"),
            Map.entry(EXTENSIONS, "Extensions"),
            Map.entry(CALL_TYPE, "CallType"),
            Map.entry(SERVER_VERSION, "ServerVersion"),
            Map.entry(SERVER_ROLE, "ServerRole"),
            Map.entry(APPLICATION_NAME, "ApplicationName"),
            Map.entry(APPLICATION_PASSWORD, "ApplicationPassword"),
            Map.entry(CUSTOMER_ID, "CustomerID"),
            Map.entry(TIME_IN_SECS, "TimeinSecs"),
            Map.entry(TIME_IN_U_SECS, "TimeinuSecs"),
            Map.entry(CAUSE, "Cause"),
            Map.entry(DN, "DN"),
            Map.entry(DIALED_NUMBER, "DialedNumber"),
            Map.entry(ORIGIN_CONN_ID, "OriginConnID"),
            Map.entry(REF_CONN_ID, "RefConnID"),
            Map.entry(RELIABILITY, "Reliability"),
            Map.entry(PARTY_STATE, "PartyState"),
            Map.entry(REF_PARTY, "RefParty"),
            Map.entry(CTRL_PARTY, "CtrlParty"),
            Map.entry(CALL_UUID, "CallUUID"),
            Map.entry(NEW_CALL_UUID, "NewCallUUID"),
            Map.entry(ORIG_CALL_UUID, "OrigCallUUID"),
            Map.entry(REF_CALL_UUID, "RefCallUUID"),
            Map.entry(PARTY_UUID, "PartyUUID"),
            Map.entry(IS_LINK_LIST, "ISLinkList"),
            Map.entry(SERVER_START_TIME, "ServerStartTime"),
            Map.entry(EVENT_SEQUENCE_NUMBER, "EventSequenceNumber"));

    private static final Map<Integer, Class<?>> TYPES = Map.ofEntries(
            Map.entry(PROTOCOL_VERSION, String.class),
            Map.entry(ERROR_MESSAGE, String.class),
            Map.entry(REFERENCE_ID, Integer.class),
            Map.entry(CONN_ID, Long.class),
            Map.entry(PREVIOUS_CONN_ID, Long.class),
            Map.entry(TRANSFER_CONN_ID, Long.class),
            Map.entry(CALL_STATE, Integer.class),
            Map.entry(AGENT_ID, String.class),
            Map.entry(AGENT_WORK_MODE, Integer.class),
            Map.entry(REASONS, KeyValueList.class),
            Map.entry(DNIS, String.class),
            Map.entry(ANI, String.class),
            Map.entry(THIS_DN, String.class),
            Map.entry(THIS_QUEUE, String.class),
            Map.entry(THIS_DN_ROLE, Integer.class),
            Map.entry(OTHER_DN, String.class),
            Map.entry(OTHER_DN_ROLE, Integer.class),
            Map.entry(THIRD_PARTY_DN, String.class),
            Map.entry(THIRD_PARTY_DN_ROLE, Integer.class),
            Map.entry(ERROR_CODE, Integer.class),
            Map.entry(ADDRESS_TYPE, Integer.class),
            Map.entry(REGISTER_MODE, Integer.class),
            Map.entry(CONTROL_MODE, Integer.class),
            Map.entry(USER_DATA, KeyValueList.class),
            Map.entry(EXTENSIONS, KeyValueList.class),
            Map.entry(CALL_TYPE, Integer.class),
            Map.entry(SERVER_VERSION, String.class),
            Map.entry(SERVER_ROLE, Integer.class),
            Map.entry(APPLICATION_NAME, String.class),
            Map.entry(APPLICATION_PASSWORD, String.class),
            Map.entry(CUSTOMER_ID, String.class),
            Map.entry(TIME_IN_SECS, Integer.class),
            Map.entry(TIME_IN_U_SECS, Integer.class),
            Map.entry(CAUSE, Integer.class),
            Map.entry(DN, String.class),
            Map.entry(DIALED_NUMBER, String.class),
            Map.entry(ORIGIN_CONN_ID, Long.class),
            Map.entry(REF_CONN_ID, Long.class),
            Map.entry(RELIABILITY, Integer.class),
            Map.entry(PARTY_STATE, Integer.class),
            Map.entry(REF_PARTY, String.class),
            Map.entry(CTRL_PARTY, String.class),
            Map.entry(CALL_UUID, String.class),
            Map.entry(NEW_CALL_UUID, String.class),
            Map.entry(ORIG_CALL_UUID, String.class),
            Map.entry(REF_CALL_UUID, String.class),
            Map.entry(PARTY_UUID, String.class),
            Map.entry(IS_LINK_LIST, KeyValueList.class),
            Map.entry(SERVER_START_TIME, Integer.class),
            Map.entry(EVENT_SEQUENCE_NUMBER, Long.class));

    private static final AttributeTable TABLE = new AttributeTable(NAMES, TYPES);

    private TServerAttribute() {}

    /** The name of a number, without "Attribute" before it; {@code null} when it is not in this table. */
    public static @Nullable String name(int number) {
        return TABLE.name(number);
    }

    /** The number of a name; {@code null} when it is not in this table. */
    public static @Nullable Integer number(String name) {
        return TABLE.number(name);
    }

    /** What a value of this attribute must be; {@code null} for an attribute that is not in this table. */
    public static @Nullable Class<?> type(int number) {
        return TABLE.type(number);
    }
}

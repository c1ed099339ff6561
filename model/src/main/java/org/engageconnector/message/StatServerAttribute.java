package org.engageconnector.message;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Attributes of Stat Server's messages, and the type each must have on the wire (docs/protocol.md).
 */
public final class StatServerAttribute {

    public static final int PROTOCOL_VERSION = 1;
    public static final int CLIENT_NAME = 2;
    public static final int CLIENT_ID = 3;
    public static final int REFERENCE_ID = 10;
    public static final int OBJECT_ID = 11;
    public static final int OBJECT_TYPE = 12;
    public static final int TENANT_NAME = 13;
    public static final int TENANT_PASSWORD = 14;
    public static final int STATISTIC_TYPE = 15;
    public static final int NOTIFICATION = 16;
    public static final int INSENSITIVITY = 17;
    public static final int CODE = 20;
    public static final int MESSAGE = 21;
    public static final int SERVER_TIME = 22;
    public static final int STATUS = 23;
    public static final int STATUS_TIME = 24;
    public static final int LOGIN_ID = 25;
    public static final int PLACE = 26;
    public static final int REASONS = 27;
    public static final int MODE = 28;

    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(PROTOCOL_VERSION, "ProtocolVersion"),
            Map.entry(CLIENT_NAME, "ClientName"),
            Map.entry(CLIENT_ID, "ClientId"),
            Map.entry(REFERENCE_ID, "ReferenceId"),
            Map.entry(OBJECT_ID, "ObjectId"),
            Map.entry(OBJECT_TYPE, "ObjectType"),
            Map.entry(TENANT_NAME, "TenantName"),
            Map.entry(TENANT_PASSWORD, "TenantPassword"),
            Map.entry(STATISTIC_TYPE, "StatisticType"),
            Map.entry(NOTIFICATION, "Notification"),
            Map.entry(INSENSITIVITY, "Insensitivity"),
            Map.entry(CODE, "Code"),
            Map.entry(MESSAGE, "Message"),
            Map.entry(SERVER_TIME, "ServerTime"),
            Map.entry(STATUS, "Status"),
            Map.entry(STATUS_TIME, "StatusTime"),
            Map.entry(LOGIN_ID, "LoginId"),
            Map.entry(PLACE, "Place"),
            Map.entry(REASONS, "Reasons"),
            Map.entry(MODE, "Mode"));

    private static final Map<Integer, Class<?>> TYPES = Map.ofEntries(
            Map.entry(PROTOCOL_VERSION, String.class),
            Map.entry(CLIENT_NAME, String.class),
            Map.entry(CLIENT_ID, Integer.class),
            Map.entry(REFERENCE_ID, Integer.class),
            Map.entry(OBJECT_ID, String.class),
            Map.entry(OBJECT_TYPE, Integer.class),
            Map.entry(TENANT_NAME, String.class),
            Map.entry(TENANT_PASSWORD, String.class),
            Map.entry(STATISTIC_TYPE, String.class),
            Map.entry(NOTIFICATION, Integer.class),
            Map.entry(INSENSITIVITY, Integer.class),
            Map.entry(CODE, Integer.class),
            Map.entry(MESSAGE, String.class),
            Map.entry(SERVER_TIME, Integer.class),
            Map.entry(STATUS, Integer.class),
            Map.entry(STATUS_TIME, Integer.class),
            Map.entry(LOGIN_ID, String.class),
            Map.entry(PLACE, KeyValueList.class),
            Map.entry(REASONS, KeyValueList.class),
            Map.entry(MODE, Integer.class));

    private static final AttributeTable TABLE = new AttributeTable(NAMES, TYPES);

    private StatServerAttribute() {}

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

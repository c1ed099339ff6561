package org.engageconnector.message;

import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Stat Server's messages. Genesys publishes names but few numbers: these are this framing's own (docs/protocol.md).
 */
public final class StatServerMessage {

    public static final int REQUEST_REGISTER = 101;
    public static final int REQUEST_OPEN_STATISTIC = 102;
    public static final int REQUEST_CLOSE_STATISTIC = 103;
    public static final int REQUEST_PING = 104;
    public static final int EVENT_ERROR = 1;
    public static final int EVENT_INFO = 2;
    public static final int EVENT_STATISTIC_CLOSED = 3;
    public static final int EVENT_STATISTIC_VALID = 9;
    public static final int EVENT_STATISTIC_INVALID = 10;
    public static final int EVENT_STATISTIC_OPENED = 22;
    public static final int EVENT_SERVER_MODE = 23;
    public static final int EVENT_PONG = 24;

    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(REQUEST_REGISTER, "RequestRegister"),
            Map.entry(REQUEST_OPEN_STATISTIC, "RequestOpenStatistic"),
            Map.entry(REQUEST_CLOSE_STATISTIC, "RequestCloseStatistic"),
            Map.entry(REQUEST_PING, "RequestPing"),
            Map.entry(EVENT_ERROR, "EventError"),
            Map.entry(EVENT_INFO, "EventInfo"),
            Map.entry(EVENT_STATISTIC_CLOSED, "EventStatisticClosed"),
            Map.entry(EVENT_STATISTIC_VALID, "EventStatisticValid"),
            Map.entry(EVENT_STATISTIC_INVALID, "EventStatisticInvalid"),
            Map.entry(EVENT_STATISTIC_OPENED, "EventStatisticOpened"),
            Map.entry(EVENT_SERVER_MODE, "EventServerMode"),
            Map.entry(EVENT_PONG, "EventPong"));

    private static final Map<String, Integer> NUMBERS =
            NAMES.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

    private StatServerMessage() {}

    /** The name of a number; {@code null} when it is not in this table. */
    public static @Nullable String name(int number) {
        return NAMES.get(number);
    }

    /** The number of a name; {@code null} when it is not in this table. */
    public static @Nullable Integer number(String name) {
        return NUMBERS.get(name);
    }
}

package org.engageconnector.simulators.genesyscloud.faults;

/**
 * A fault that is switched on from outside. It hits requests whose path starts with {@code path}, at most {@code times} times
 * (0 = without limit) and not after {@code until}.
 *
 * @param path start of the path; {@code /} = every path, the login included
 * @param times how often it may still hit, 0 = without limit
 * @param until milliseconds since 1970, 0 = for ever
 * @param status for {@link Kind#STATUS} and {@link Kind#STATUS_AFTER}
 * @param millis for {@link Kind#DELAY}; for a 429 the seconds of Retry-After times 1000
 * @param permission for {@link Kind#MISSING_PERMISSION}
 * @param events for the two event kinds: which events; null = all
 */
public record Fault(
        Kind kind, String path, int times, long until, int status, long millis, String permission, EventChoice events) {

    /** What goes wrong. */
    public enum Kind {
        /** The request is not processed and answered with {@link Fault#status}. */
        STATUS,
        /** The request is processed and then answered with {@link Fault#status}, as a gateway's time-out would. */
        STATUS_AFTER,
        /** The request is processed, its answer comes late. */
        DELAY,
        /** The request is processed, then the connection is closed without an answer. */
        LOSE_ANSWER,
        /** The request is processed, then the connection is reset without an answer. */
        RESET_ANSWER,
        /** The request is processed, half of the answer arrives, then the connection is closed. */
        CUT_ANSWER,
        /** The connection is closed and the request is not processed. */
        CLOSE,
        /** The connection is reset and the request is not processed. */
        RESET,
        /** The request is processed and never answered; the connection stays open. */
        SILENCE,
        /** The request is not processed and never answered; the connection stays open. */
        HALF_OPEN,
        /** The request is processed, its answer trickles in over two seconds. */
        SLOW,
        /** Chosen events are refused as retryable. */
        RETRYABLE_EVENTS,
        /** Chosen events are refused for good. */
        POISON_EVENTS,
        /** One permission is missing from every client. */
        MISSING_PERMISSION
    }

    /**
     * Which events of a request.
     *
     * @param list batch list, empty = all
     * @param key conversation or user id, empty = all
     * @param everyNth 1 = all, 10 = each tenth that fits
     */
    public record EventChoice(String list, String key, int everyNth) {
        public static final EventChoice ALL = new EventChoice("", "", 1);
    }

    public static Fault status(String path, int status, int times) {
        return new Fault(Kind.STATUS, path, times, 0, status, 0, "", null);
    }

    public static Fault delay(String path, long millis, int times) {
        return new Fault(Kind.DELAY, path, times, 0, 0, millis, "", null);
    }

    /** A fault of a kind that needs no more than a path. */
    public static Fault of(Kind kind, String path, int times) {
        return new Fault(kind, path, times, 0, 0, 0, "", null);
    }

    public static Fault events(Kind kind, String path, EventChoice events, int times) {
        return new Fault(kind, path, times, 0, 0, 0, "", events);
    }

    public static Fault missingPermission(String permission) {
        return new Fault(Kind.MISSING_PERMISSION, "/", 0, 0, 0, 0, permission, null);
    }

    /** The same fault, over at that time (milliseconds since 1970). */
    public Fault until(long time) {
        return new Fault(kind, path, times, time, status, millis, permission, events);
    }
}

package org.engageconnector.component.journal.delivery;

import java.time.Duration;

/**
 * How a journal is delivered.
 *
 * @param batchSize most events in a request, 1 to 100
 * @param eventsPerKey most events of one key in a request
 * @param maxInFlight most requests at a time
 * @param requestsPerMinute ceiling for the throttle; 0 = none of our own
 * @param maxAge older events go to the dead letters
 * @param linger how long an entry may wait for others to share a request with
 * @param requestLimit how long one request may take
 * @param tryStoppedEvery how often a stopped path is tried again
 */
public record DeliveryOptions(
        int batchSize,
        int eventsPerKey,
        int maxInFlight,
        int requestsPerMinute,
        Duration maxAge,
        Duration linger,
        Duration requestLimit,
        Duration tryStoppedEvery) {

    /** Genesys Cloud takes no more events in one request. */
    public static final int MOST_EVENTS = 100;

    public DeliveryOptions {
        if (batchSize < 1
                || eventsPerKey < 1
                || maxInFlight < 1
                || requestsPerMinute < 0
                || maxAge.isNegative()
                || linger.isNegative()) {
            throw new IllegalArgumentException("delivery options must be positive");
        }
    }

    /** From the options of an endpoint: {@code unlimited} and {@code auto} are words for "no number". */
    public static DeliveryOptions of(
            int batchSize,
            String eventsPerKey,
            int maxInFlight,
            String requestsPerMinute,
            long maxAgeMillis,
            long lingerMillis,
            long requestLimitMillis,
            long tryStoppedEveryMillis) {
        return new DeliveryOptions(
                Math.min(batchSize, MOST_EVENTS),
                number(eventsPerKey, "unlimited", Integer.MAX_VALUE, "ex.delivery.events-per-conversation-per-request"),
                maxInFlight,
                number(requestsPerMinute, "auto", 0, "ex.delivery.requests-per-minute"),
                Duration.ofMillis(maxAgeMillis),
                Duration.ofMillis(lingerMillis),
                Duration.ofMillis(requestLimitMillis),
                Duration.ofMillis(tryStoppedEveryMillis));
    }

    private static int number(String text, String word, int meaning, String setting) {
        String value = text.trim();
        if (value.equalsIgnoreCase(word)) {
            return meaning;
        }
        if (value.matches("[1-9]\\d{0,8}")) {
            return Integer.parseInt(value);
        }
        throw new IllegalArgumentException(setting + " must be " + word + " or a whole number above 0, not " + value);
    }
}

package org.engageconnector.benchmarks.delivery;

import java.util.List;

/** The events of the backlog, the same for everybody. */
final class DrainEvents {

    private static final int CONVERSATIONS = 3_000;

    private DrainEvents() {}

    static String conversation(long number) {
        return "conversation-" + number % CONVERSATIONS;
    }

    static String json(long number) {
        return "{\"eventId\":\"" + number + "\",\"conversationId\":\"" + conversation(number) + "\",\"held\":true}";
    }

    /** The body of a request with these events. */
    static String request(List<String> events) {
        return "{\"holdUpdatedEvents\":[" + String.join(",", events) + "]}";
    }
}

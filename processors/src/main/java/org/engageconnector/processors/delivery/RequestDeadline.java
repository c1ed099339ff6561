package org.engageconnector.processors.delivery;

/**
 * By when the request that this thread is about to send must be over. Handed to the HTTP client past Camel, because a header
 * would travel with the request.
 */
final class RequestDeadline {

    private static final ThreadLocal<Long> DEADLINE = new ThreadLocal<>();

    private RequestDeadline() {}

    /** @param nanoTime as {@link System#nanoTime()} */
    static void set(long nanoTime) {
        DEADLINE.set(nanoTime);
    }

    /** Nanoseconds left, or the usual limit when this thread has no deadline. */
    static long left(long usual) {
        Long deadline = DEADLINE.get();
        return deadline == null ? usual : deadline - System.nanoTime();
    }
}

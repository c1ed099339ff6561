package org.engageconnector.processors.conversation.output;

/** Hears of things that are counted rather than sent. Never throws. */
public interface EventCounter {

    /** Something was odd: one word for what, and a CallUUID or message name as example. */
    void odd(String what, String example);

    /** E3: a queue that is not in the ID map. */
    default void unmappedQueue(String queue) {
        odd("unmapped-queue", queue);
    }

    /** A call was forgotten without a queue or user leg. */
    default void neverSent() {
        odd("never-sent", "");
    }

    /** The rules failed on a call. */
    default void failed(String callUuid, RuntimeException e) {
        odd("failed", callUuid);
    }
}

package org.engageconnector.processors.conversation.state;

/**
 * Something that happens at a time unless evidence comes first; it asks the state then whether it still matters.
 *
 * @param due event time, milliseconds since 1970
 * @param subject index of a leg or transfer, or 0
 * @param call CallUUID, for waits about calls
 * @param basis what began it
 */
public record Wait(long due, Kind kind, int subject, String call, Basis basis) {

    /** What is waited for. New ones go at the end: the order is stored. */
    public enum Kind {
        /** Q4: another queue leg opens or is offered. */
        QUEUE_CLEARED,
        /** T1: the destination of a transfer. */
        TRANSFER_DESTINATION,
        /** E1: the last words about a deleted call. */
        CALL_DELETED,
        /** D2: after-call work. */
        AFTER_CALL_WORK,
        /** T2: the ringing of an outside number that an agent consults. */
        CONSULT_DESTINATION
    }
}

package org.engageconnector.simulators.genesyscloud.events;

/**
 * Why an event was refused.
 *
 * @param message words for the sender; they name fields and ids, never numbers of callers
 */
public record Refusal(Kind kind, String message, boolean retryable) {

    /** Families of reasons; the counters know them by name. */
    public enum Kind {
        /** Not of the form the contract asks for. */
        MALFORMED,
        /** Names a user, queue, wrap-up code, source or presence definition that the organisation does not have. */
        UNKNOWN_REFERENCE,
        /** Not later than the last accepted event of its conversation or user. */
        OUT_OF_ORDER,
        /** Breaks a rule of conversation or agent state; often: names a leg that is not established. */
        STATE_RULE,
        /** Its event id was accepted before, with other content. */
        CHANGED_REPEAT,
        /** A fault asked for it. */
        INJECTED,
        /** An earlier event of its conversation in the same request was refused as retryable. */
        AFTER_RETRYABLE
    }

    static Refusal of(Kind kind, String message) {
        return new Refusal(kind, message, false);
    }

    static Refusal rule(String message) {
        return of(Kind.STATE_RULE, message);
    }

    static Refusal unknown(String what) {
        return of(Kind.UNKNOWN_REFERENCE, what + " does not exist in the organisation");
    }
}

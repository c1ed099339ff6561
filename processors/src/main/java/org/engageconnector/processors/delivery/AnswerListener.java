package org.engageconnector.processors.delivery;

import org.engageconnector.journal.JournalEntry;

/** Is told what Genesys Cloud said of each event; on the delivering thread, so it must neither wait nor throw. */
@FunctionalInterface
public interface AnswerListener {

    /** Nobody listens. */
    AnswerListener NONE = (entry, outcome, error, correlationId) -> {};

    /** What became of an event. */
    enum Outcome {
        ACCEPTED,
        REFUSED,
        RETRIED
    }

    /**
     * @param error Genesys Cloud's words; empty when it accepted the event
     * @param correlationId Genesys Cloud's name for the request; empty when it gave none
     */
    void answered(JournalEntry entry, Outcome outcome, String error, String correlationId);
}

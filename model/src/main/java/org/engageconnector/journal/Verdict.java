package org.engageconnector.journal;

import java.util.List;

/** What the answer to one request means for its events. Source: docs/delivery.md#answers. */
public sealed interface Verdict {

    /**
     * An event that was not accepted.
     *
     * @param error what Genesys Cloud said of it
     */
    record Refusal(JournalEntry entry, String error) {}

    /**
     * Every event has its own answer.
     *
     * @param accepted confirmed, never sent again
     * @param retry to be sent again later; later events of their keys wait for them
     * @param refused for the dead letters; later events of their keys go on
     */
    record Each(List<JournalEntry> accepted, List<Refusal> retry, List<Refusal> refused) implements Verdict {}

    /**
     * The whole batch again.
     *
     * @param reason a word for the metric, such as {@code 503}
     * @param backOff false when something else (the pacer, a new token) already sees to the wait
     */
    record Again(String reason, boolean backOff) implements Verdict {}

    /** The batch holds an event that makes the request fail: send it in halves. Never for a batch of one. */
    record Split(String reason) implements Verdict {}

    /** The path stops; nothing is dropped; it is tried again every minute. */
    record Stop(String message) implements Verdict {}
}

package org.engageconnector.journal;

import java.util.Map;

/**
 * One entry as it stands in a journal.
 *
 * @param id the stream id, {@code <milliseconds>-<sequence>}: rises with every append
 * @param key what is kept in order: a conversation id, a user id, or for Engage events the connection family
 * @param kind what it is: a batch list name such as {@code userEstablishedEvents}, or {@code frame}, or a control entry's name
 * @param headers small facts beside the body, never secrets
 * @param body the content, in the form the kind asks for
 */
public record JournalEntry(String id, String key, String kind, Map<String, String> headers, byte[] body) {

    /** When Redis appended it, milliseconds since 1970. */
    public long appendedAt() {
        return Long.parseLong(id.substring(0, id.indexOf('-')));
    }
}

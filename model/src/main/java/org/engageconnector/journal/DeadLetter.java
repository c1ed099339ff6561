package org.engageconnector.journal;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The form of an entry in the journal {@value #JOURNAL}: the event as it was, and in its headers why it is there. */
public final class DeadLetter {

    public static final String JOURNAL = "dead-letters";

    /** Header: the journal it comes from. */
    public static final String FROM = "journal";

    /** Header: the partition it comes from; only of an entry that its route could not handle. */
    public static final String PARTITION = "partition";

    /** Header: when it was appended there, milliseconds since 1970; only of an entry that its route could not handle. */
    public static final String APPENDED_AT = "appendedAt";

    /** Header: the id it had there. */
    public static final String POSITION = "position";

    /** Header: what was said of it last. */
    public static final String ERROR = "error";

    /** Header: what was said of it before replays, oldest first. */
    public static final String EARLIER_ERRORS = "earlierErrors";

    /** Header: how often it was sent; 0 when never. */
    public static final String ATTEMPTS = "attempts";

    /** Header: when it came here, milliseconds since 1970. */
    public static final String REFUSED_AT = "refusedAt";

    /** Header: HTTP status of the answer; missing when it was not sent. */
    public static final String STATUS = "status";

    /** Header: Genesys Cloud's name for the request; missing when it was not sent. */
    public static final String CORRELATION_ID = "correlationId";

    /** Header: the leg whose Established event lies here too; the event was not sent because of it. */
    public static final String FOLLOWS = "follows";

    /** Header, {@code true}: it was replayed after later events of its key had been accepted. */
    public static final String LATE = "late";

    /** Header: when it was replayed, milliseconds since 1970; its age counts from then. */
    public static final String REPLAYED_AT = "replayedAt";

    /** Delivery notes of this kind are named {@code leg:<leg id>}: its Established event lies here. */
    public static final String LEG_NOTE = "leg:";

    /** Delivery notes of this kind are named {@code key:<key>}: the last position accepted of a key with letters here. */
    public static final String KEY_NOTE = "key:";

    private DeadLetter() {}

    /**
     * Makes the entry.
     *
     * @param journal where it comes from
     * @param facts further headers of those named here
     */
    public static NewEntry of(String journal, JournalEntry entry, String error, Map<String, String> facts) {
        Map<String, String> headers = new HashMap<>(entry.headers());
        String before = headers.remove(ERROR);
        if (before != null) {
            // it was here, and was replayed: keep what was said then
            headers.merge(EARLIER_ERRORS, before, (earlier, last) -> earlier + " | " + last);
        }
        headers.remove(FOLLOWS);
        headers.putAll(facts);
        headers.put(FROM, journal);
        headers.put(POSITION, entry.id());
        headers.put(ERROR, error);
        return new NewEntry(entry.key(), entry.kind(), headers, entry.body());
    }

    /**
     * Makes the entry of one that its route cannot handle: it has no position to go back to, a replay appends it again.
     *
     * @param error without personal data
     * @param refusedAt Redis' time in milliseconds since 1970
     */
    public static NewEntry ofUnreadable(
            String journal, String partition, JournalEntry entry, String error, int attempts, long refusedAt) {
        Map<String, String> headers = new LinkedHashMap<>(entry.headers());
        headers.put(FROM, journal);
        headers.put(PARTITION, partition);
        headers.put(ERROR, error);
        headers.put(ATTEMPTS, Integer.toString(attempts));
        headers.put(APPENDED_AT, Long.toString(entry.appendedAt()));
        headers.put(REFUSED_AT, Long.toString(refusedAt));
        return new NewEntry(entry.key(), entry.kind(), headers, entry.body());
    }
}

package org.engageconnector.component.journal.delivery;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.engageconnector.journal.DeadLetter;
import org.engageconnector.journal.DeliveryPath;
import org.engageconnector.journal.JournalEntry;

/**
 * One undelivered entry. Its body may be shed while it cannot be sent anyway; it is read again when its turn comes. Guarded
 * by the lock of its {@link Backlog}'s owner.
 */
final class Item {

    /** Commas, brackets and a list's name, at most, beside the body. */
    private static final int FRAMING = 8;

    final Position position;

    /** When its age began: its append, or its replay; milliseconds of Redis' clock. */
    final long since;

    /** Tells this entry from the same one before a replay. */
    final String identity;

    final boolean aside;
    final String key;
    final DeliveryPath path;
    final int size;
    int attempts;

    /** When this process came to know it, {@code System.nanoTime()}. */
    long knownAt = System.nanoTime();

    private final String kind;
    private Map<String, String> headers;
    private byte[] body;

    /** @param aside true when the entry lies in the list of parked entries and not in the stream */
    Item(JournalEntry entry, boolean aside) {
        this.position = Position.of(entry.id());
        this.aside = aside;
        this.since = aside ? number(entry.headers().get(DeadLetter.REPLAYED_AT), position.millis()) : position.millis();
        this.identity = position + "@" + (aside ? entry.headers().get(DeadLetter.REPLAYED_AT) : "");
        this.key = entry.key();
        this.kind = entry.kind();
        this.path = DeliveryPath.of(kind);
        this.headers = entry.headers();
        this.body = entry.body();
        this.size = body.length + kind.length() + FRAMING;
    }

    private static long number(String text, long otherwise) {
        return text != null && text.matches("\\d{1,18}") ? Long.parseLong(text) : otherwise;
    }

    boolean isShed() {
        return body == null;
    }

    void shed() {
        body = null;
        headers = null;
    }

    void restore(JournalEntry entry) {
        headers = entry.headers();
        body = entry.body();
    }

    /** The entry; only while it is not shed. */
    JournalEntry entry() {
        return new JournalEntry(position.toString(), key, kind, headers, body);
    }

    boolean names(String leg) {
        return body != null && new String(body, StandardCharsets.UTF_8).contains('"' + leg + '"');
    }

    String kind() {
        return kind;
    }
}

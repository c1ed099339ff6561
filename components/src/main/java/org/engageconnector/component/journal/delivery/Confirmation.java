package org.engageconnector.component.journal.delivery;

import org.engageconnector.component.journal.lease.Lease;
import org.engageconnector.component.journal.lease.LeaseLostException;
import org.engageconnector.component.journal.stream.Change;
import org.engageconnector.component.journal.stream.EntryFields;
import org.engageconnector.component.journal.stream.JournalFullException;
import org.engageconnector.component.redis.RedisKeys;
import org.engageconnector.journal.DeadLetter;
import org.engageconnector.journal.JournalEntry;
import org.engageconnector.journal.NewEntry;

/**
 * What an answer of Genesys Cloud does to an outgoing journal, made by one script under the owner's lease or not at all.
 * Built and used by one thread.
 */
public final class Confirmation {

    private final RedisKeys keys;
    private final String journal;
    private final Lease lease;
    private final Change change;
    private final String refusals;

    /** @param refusals the journal that is told of what was refused; null for none */
    Confirmation(RedisKeys keys, String journal, Lease lease, String refusals) {
        this.keys = keys;
        this.refusals = refusals;
        this.journal = journal;
        this.lease = lease;
        this.change = new Change(keys);
    }

    /** Accepted: it leaves the stream or the parked list, wherever it is. */
    public Confirmation accepted(JournalEntry entry) {
        change.delete(journal, entry).deleteParked(journal, entry);
        return this;
    }

    /** To be tried again later: it leaves the stream for the parked list, where it keeps its id. */
    public Confirmation parked(JournalEntry entry) {
        change.delete(journal, entry).park(journal, entry);
        return this;
    }

    /** Refused for good: the letter goes to the dead letters in its place. */
    public Confirmation deadLetter(JournalEntry entry, NewEntry letter) {
        change.append(DeadLetter.JOURNAL, letter);
        return refused(entry);
    }

    /** Refused for good, its letter is appended by others: it leaves, and whoever made it is told. */
    public Confirmation refused(JournalEntry entry) {
        if (refusals != null) {
            change.append(refusals, new NewEntry(entry.key(), entry.kind(), entry.headers(), new byte[0]));
        }
        return accepted(entry);
    }

    /** Appends to another journal. */
    public Confirmation append(String to, NewEntry entry) {
        change.append(to, entry);
        return this;
    }

    /** Keeps a small fact for the next owner; {@code null} removes it. */
    public Confirmation note(String field, String value) {
        change.set(keys.notes(journal), field, value == null ? null : EntryFields.bytes(value));
        return this;
    }

    /** A request is about to be sent. */
    public Confirmation sending(String batch, byte[] record) {
        change.set(keys.inFlight(journal), batch, record);
        return this;
    }

    /** A request was answered, or its deadline has passed. */
    public Confirmation answered(String batch) {
        change.set(keys.inFlight(journal), batch, null);
        return this;
    }

    /**
     * Makes it so. Throws {@link LeaseLostException} when this instance is not the owner (nothing was changed), and
     * {@link JournalFullException} when the dead letters are full (nothing was changed).
     */
    public void commit() {
        if (!change.isEmpty()) {
            lease.commit(change);
        }
    }
}

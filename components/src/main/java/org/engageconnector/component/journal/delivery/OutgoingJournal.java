package org.engageconnector.component.journal.delivery;

import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.StreamMessage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.engageconnector.component.journal.lease.StandingLease;
import org.engageconnector.component.journal.stream.EntryFields;
import org.engageconnector.component.journal.stream.EntryOrder;
import org.engageconnector.component.journal.stream.PartitionStream;
import org.engageconnector.component.redis.RedisConnection;
import org.engageconnector.component.redis.RedisUnavailableException;
import org.engageconnector.journal.JournalEntry;

/**
 * What the delivery of a journal of one partition needs from Redis: a read window, the parked list, the record of requests in
 * flight, and confirmations under the owner's lease.
 *
 * <p>Reading is for one thread; {@link #confirm()} and the rest for any. Everything throws
 * {@link org.engageconnector.component.redis.RedisUnavailableException} while Redis is away.
 */
public final class OutgoingJournal implements AutoCloseable {

    private final RedisConnection redis;
    private final String journal;
    private final StandingLease owner;
    private final String refusals;
    private final PartitionStream stream;
    private final UnreadableRecords unreadable;

    public OutgoingJournal(RedisConnection redis, String journal, StandingLease owner) {
        this(redis, journal, owner, null);
    }

    /** @param refusals the journal that is told of every entry that goes to the dead letters; null for none */
    public OutgoingJournal(RedisConnection redis, String journal, StandingLease owner, String refusals) {
        this.refusals = refusals;
        this.redis = redis;
        this.journal = journal;
        this.owner = owner;
        this.unreadable = new UnreadableRecords(journal);
        this.stream = new PartitionStream(redis, redis.keys().journal(journal));
    }

    public String name() {
        return journal;
    }

    /** Redis' time, milliseconds since 1970, without asking. */
    public long time() {
        return redis.time();
    }

    /** Something that is done again and again in Redis was done. */
    void worked(String what) {
        redis.work().done(journal, what + " of " + journal);
    }

    /** It could not be done; that a lease went elsewhere is no failure. */
    void refused(String what, RuntimeException why) {
        if (why instanceof RedisUnavailableException) {
            redis.work().failed(journal, what + " of " + journal, String.valueOf(why.getMessage()));
        }
    }

    /** As {@link #read}, only the entries. */
    public List<JournalEntry> next(String after, int most, long waitMillis) {
        return read(after, most, waitMillis).entries();
    }

    /**
     * The oldest entries behind an id ({@code 0-0}: from the start), at most so many; waits for the first one up to the given
     * time, 0 to not wait at all.
     */
    public PartitionStream.Window read(String after, int most, long waitMillis) {
        return stream.read(after, most, waitMillis);
    }

    /** Reads one entry again, from the stream or the parked list; null when it is gone. */
    public JournalEntry entry(String id, boolean fromParked) {
        if (fromParked) {
            byte[] packed = redis.call(commands -> commands.hget(redis.keys().parked(journal), id));
            return packed == null
                    ? null
                    : unreadable.read(id, () -> EntryFields.unpack(id, packed)).orElse(null);
        }
        List<StreamMessage<String, byte[]>> found = redis.call(
                commands -> commands.xrange(redis.keys().journal(journal), Range.create(id, id), Limit.from(1)));
        return found.isEmpty() ? null : EntryFields.entry(id, found.get(0).getBody());
    }

    /** The ids of everything parked, in no order. */
    public List<String> parkedIds() {
        return redis.call(commands -> commands.hkeys(redis.keys().parked(journal)));
    }

    /** Small facts that delivery keeps for its next owner; see {@link Confirmation#note}. */
    public Map<String, String> notes() {
        Map<String, String> notes = new HashMap<>();
        redis.call(commands -> commands.hgetall(redis.keys().notes(journal)))
                .forEach((field, value) -> unreadable
                        .read(field, () -> StoredNote.checked(field, EntryFields.text(value)))
                        .ifPresent(text -> notes.put(field, text)));
        return notes;
    }

    /** Everything parked, oldest first; their ids are those they had in the stream. */
    public Map<String, JournalEntry> parked() {
        Map<String, JournalEntry> parked = new TreeMap<>(EntryOrder.BY_ID);
        redis.call(commands -> commands.hgetall(redis.keys().parked(journal)))
                .forEach((id, packed) -> parked.put(id, EntryFields.unpack(id, packed)));
        return parked;
    }

    /** The records of requests that were begun and not yet answered, by batch. */
    public Map<String, byte[]> inFlight() {
        return new HashMap<>(
                redis.call(commands -> commands.hgetall(redis.keys().inFlight(journal))));
    }

    /** How many different records of this journal could not be read, and were passed over. */
    int unreadableRecords() {
        return unreadable.count();
    }

    /** The record of a request; empty when nobody can read it. */
    Optional<InFlight.Record> record(String id, String text) {
        return unreadable.read(id, () -> InFlight.Record.parse(text));
    }

    /** Begins a change that is made under the owner's lease, as one. */
    public Confirmation confirm() {
        return new Confirmation(redis.keys(), journal, owner.lease(), refusals);
    }

    @Override
    public void close() {
        stream.close();
    }
}

package org.engageconnector.component.journal;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.engageconnector.component.redis.RedisConnection;
import org.engageconnector.journal.JournalEntry;

/**
 * What the delivery of a journal of one partition needs from Redis: a read window, the parked list, the record of requests in
 * flight, and confirmations under the owner's lease.
 *
 * <p>Reading is for one thread; {@link #confirm()} and the rest for any. Everything throws
 * {@link org.engageconnector.component.redis.RedisUnavailableException} while Redis is away.
 */
final class OutgoingJournal implements AutoCloseable {

    private final RedisConnection redis;
    private final String journal;
    private final StandingLease owner;
    private final PartitionStream stream;

    OutgoingJournal(RedisConnection redis, String journal, StandingLease owner) {
        this.redis = redis;
        this.journal = journal;
        this.owner = owner;
        this.stream = new PartitionStream(redis, redis.keys().journal(journal));
    }

    /**
     * The oldest entries behind an id ({@code 0-0}: from the start), at most so many; waits for the first one up to the given
     * time, 0 to not wait at all.
     */
    PartitionStream.Window read(String after, int most, long waitMillis) {
        return stream.read(after, most, waitMillis);
    }

    /** Everything parked, oldest first; their ids are those they had in the stream. */
    Map<String, JournalEntry> parked() {
        Map<String, JournalEntry> parked = new TreeMap<>(EntryOrder.BY_ID);
        redis.call(commands -> commands.hgetall(redis.keys().parked(journal)))
                .forEach((id, packed) -> parked.put(id, EntryFields.unpack(id, packed)));
        return parked;
    }

    /** The records of requests that were begun and not yet answered, by batch. */
    Map<String, byte[]> inFlight() {
        return new HashMap<>(
                redis.call(commands -> commands.hgetall(redis.keys().inFlight(journal))));
    }

    /** Begins a change that is made under the owner's lease, as one. */
    Confirmation confirm() {
        return new Confirmation(redis.keys(), journal, owner.lease());
    }

    @Override
    public void close() {
        stream.close();
    }
}

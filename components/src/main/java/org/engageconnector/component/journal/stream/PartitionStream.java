package org.engageconnector.component.journal.stream;

import io.lettuce.core.StreamMessage;
import io.lettuce.core.XReadArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import java.util.ArrayList;
import java.util.List;
import org.engageconnector.component.redis.RedisConnection;
import org.engageconnector.component.redis.RedisUnavailableException;
import org.engageconnector.journal.JournalEntry;

/** Reads a stream from its oldest entry, waiting for the first one, on a connection of its own. Used by one thread. */
public final class PartitionStream implements AutoCloseable {

    /**
     * What one read found.
     *
     * @param redisTime milliseconds since 1970; Redis' time when it answered or a little before: that of the last entry, and
     *     where none came the time of asking and the wait. Never later, so that with it no wait runs out before an unread entry
     * @param drained nothing more was there
     */
    public record Window(List<JournalEntry> entries, long redisTime, boolean drained) {}

    /** A read is kept to about this many bytes, whatever the batch size. */
    private static final long WINDOW_BYTES = 8L << 20;

    private static final long LONGEST_WAIT_MILLIS = 1000;

    private final RedisConnection redis;
    private final String key;
    private StatefulRedisConnection<String, byte[]> connection;
    private int connect;
    private long entryBytes = 1024;

    public PartitionStream(RedisConnection redis, String key) {
        this.redis = redis;
        this.key = key;
    }

    /** The oldest entries; waits up to the given time for the first. */
    public Window read(int most, long waitMillis) {
        return read("0-0", most, waitMillis);
    }

    /** The oldest entries behind an id. */
    @SuppressWarnings("unchecked") // Lettuce takes a generic array
    public Window read(String after, int most, long waitMillis) {
        int count = (int) Math.max(1, Math.min(most, WINDOW_BYTES / entryBytes));
        try {
            if (connection != null && connect != redis.connects()) {
                // the command connection has gone elsewhere, perhaps to another server: reads must follow
                close();
            }
            if (connection == null) {
                connect = redis.connects();
                connection = redis.dedicated();
            }
            long wait = Math.min(waitMillis, LONGEST_WAIT_MILLIS);
            XReadArgs arguments = XReadArgs.Builder.count(count);
            if (wait > 0) {
                arguments.block(wait);
            }
            long asked = redis.time();
            List<JournalEntry> entries =
                    entries(redis.await(connection.async().xread(arguments, XReadArgs.StreamOffset.from(key, after))));
            long time = entries.isEmpty()
                    ? asked + wait
                    : entries.get(entries.size() - 1).appendedAt();
            return new Window(entries, time, entries.size() < count);
        } catch (RedisUnavailableException e) {
            close();
            throw e;
        }
    }

    private List<JournalEntry> entries(List<StreamMessage<String, byte[]>> messages) {
        if (messages == null || messages.isEmpty()) {
            return List.of();
        }
        List<JournalEntry> entries = new ArrayList<>(messages.size());
        long bytes = 0;
        for (StreamMessage<String, byte[]> message : messages) {
            JournalEntry entry = EntryFields.entry(message.getId(), message.getBody());
            entries.add(entry);
            bytes += EntryFields.size(entry);
        }
        entryBytes = Math.max(1, (3 * entryBytes + bytes / entries.size()) / 4);
        return entries;
    }

    @Override
    public void close() {
        if (connection != null) {
            connection.closeAsync();
            connection = null;
        }
    }
}

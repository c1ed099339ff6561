package org.engageconnector.component.journal.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.engageconnector.component.journal.lease.Lease;
import org.engageconnector.component.journal.stream.Change;
import org.engageconnector.component.journal.stream.Partition;
import org.engageconnector.component.journal.stream.PartitionStream;
import org.engageconnector.component.redis.RedisConnection;
import org.engageconnector.component.redis.RedisPieces;
import org.engageconnector.journal.JournalEntry;
import org.engageconnector.journal.NewEntry;
import org.engageconnector.journal.Step;

/** A step as the owner of a partition gives it to its route. Refuses any other thread, and every use after its end. */
final class RedisStep implements Step {

    private final RedisConnection redis;
    private final Partition partition;
    private final long ownership;
    private final PartitionStream.Window window;
    private final Thread thread = Thread.currentThread();
    private final Change change;
    private final List<Runnable> onCommit = new ArrayList<>();
    private Map<String, byte[]> states;
    private boolean over;

    RedisStep(RedisConnection redis, Partition partition, long ownership, PartitionStream.Window window) {
        this.redis = redis;
        this.partition = partition;
        this.ownership = ownership;
        this.window = window;
        this.change = new Change(redis.keys());
    }

    @Override
    public String partition() {
        return partition.name();
    }

    @Override
    public List<JournalEntry> entries() {
        return window.entries();
    }

    @Override
    public long redisTime() {
        return window.redisTime();
    }

    @Override
    public boolean drained() {
        return window.drained();
    }

    @Override
    public long ownership() {
        return ownership;
    }

    @Override
    public Map<String, byte[]> states() {
        check();
        if (states == null) {
            states = RedisPieces.hash(redis, stateKey());
        }
        return states;
    }

    @Override
    public void put(String key, byte[] state) {
        check();
        change.set(stateKey(), key, state);
    }

    @Override
    public void append(String journal, NewEntry entry) {
        check();
        change.append(journal, entry);
    }

    @Override
    public void onCommit(Runnable action) {
        check();
        onCommit.add(action);
    }

    /** Makes all of it true by one script; then runs what waited for that. */
    void commit(Lease lease) {
        over = true;
        change.trim(partition, window.entries());
        if (!change.isEmpty()) {
            lease.commit(change);
        }
        onCommit.forEach(Runnable::run);
    }

    void discard() {
        over = true;
    }

    private String stateKey() {
        return redis.keys().state(partition.fullName());
    }

    private void check() {
        if (over) {
            throw new IllegalStateException("this step is over: nothing may be added to it any more");
        }
        if (Thread.currentThread() != thread) {
            throw new IllegalStateException(
                    "a step belongs to the thread of its partition: no parallel split, seda, wireTap or threads in between");
        }
    }
}

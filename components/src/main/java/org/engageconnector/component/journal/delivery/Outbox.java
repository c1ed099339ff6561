package org.engageconnector.component.journal.delivery;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.engageconnector.journal.DeliveryPath;
import org.engageconnector.journal.JournalEntry;

/**
 * Everything the threads of one delivery share. Fields are read and written under {@link #lock}; the final ones among them
 * point to objects that are guarded by it too, but for {@link #journal}, {@link #options} and {@link #inFlight}, which are
 * thread-safe. {@link #signals} may be read without it.
 */
final class Outbox {

    /** More than may be unrecorded when Redis goes away: eight full requests, and what a failover of some seconds forgets. */
    private static final int REMEMBERED = 20_000;

    final ReentrantLock lock = new ReentrantLock();
    final Condition changed = lock.newCondition();
    final OutgoingJournal journal;
    final DeliveryOptions options;
    final InFlight inFlight = new InFlight();
    final DeadLegs legs = new DeadLegs();
    final Map<DeliveryPath, PathState> paths = new EnumMap<>(DeliveryPath.class);

    /** Last accepted position of every key that has dead letters; empty when none was accepted since. */
    final Map<String, String> watchedKeys = new HashMap<>();

    /** Entries that follow a dead leg and are not moved yet, by position. */
    final Map<Position, Item> followers = new HashMap<>();

    private final Map<String, Boolean> settled = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** Ids of the parked-list entries that are in the backlog. */
    final Set<String> aside = new HashSet<>();

    Backlog backlog;

    /** The ownership under which the backlog was read; 0 = none. */
    long ownership;

    /** The last entry that was read. */
    String readUpTo = "0-0";

    int requests;

    /** Grows with every signal, so that none is missed between looking and waiting. */
    volatile long signals;

    Outbox(OutgoingJournal journal, DeliveryOptions options) {
        this.journal = journal;
        this.options = options;
        for (DeliveryPath path : DeliveryPath.values()) {
            paths.put(path, new PathState(path, options.tryStoppedEvery(), Math::random));
        }
        reset();
    }

    /** Forgets what was read; it is read again under the next ownership. */
    void reset() {
        backlog = new Backlog(BatchLimits.of(options.batchSize(), options.eventsPerKey()));
        followers.clear();
        aside.clear();
        readUpTo = "0-0";
        ownership = 0;
    }

    /**
     * Takes entries in; returns those that were settled already and came back because Redis lost their deletion (failover).
     */
    List<JournalEntry> add(List<JournalEntry> entries, boolean isAside) {
        List<JournalEntry> known = new ArrayList<>();
        for (JournalEntry entry : entries) {
            Item item = new Item(entry, isAside);
            if (settled.containsKey(item.identity)) {
                known.add(entry);
            } else if (!followers.containsKey(item.position)) {
                backlog.add(item);
            }
            if (isAside) {
                aside.add(entry.id());
            } else {
                readUpTo = entry.id();
            }
        }
        signal();
        return known;
    }

    /** Remembers what Genesys Cloud has accepted or refused for good, whether or not Redis could be told. */
    void settled(Item item) {
        settled.put(item.identity, true);
        if (item.aside) {
            aside.remove(item.position.toString());
        }
    }

    /** Something changed that may let a request leave. Under the lock. */
    void signal() {
        signals++;
        changed.signalAll();
    }

    <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    void locked(Runnable action) {
        lock.lock();
        try {
            action.run();
        } finally {
            lock.unlock();
        }
    }

    PathState path(DeliveryPath path) {
        return paths.get(path);
    }
}

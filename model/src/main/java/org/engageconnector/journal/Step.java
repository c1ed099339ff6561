package org.engageconnector.journal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One step of a journal's owner: the entries it reads, and what it makes of them. Everything added here becomes true by one
 * script when the route has ended without exception, or not at all; a crash anywhere repeats the step with the same input.
 *
 * <p>Used by one thread, the partition's. Never keep it after the exchange.
 */
public interface Step {

    /** The exchange property under which a route carries its step. */
    String PROPERTY = "EngageStep";

    /** The partition, for example the name of a SIP Server pair; the journal's name where it has one partition. */
    String partition();

    /** What is to be handled, oldest first; empty on a tick of the clock. */
    List<JournalEntry> entries();

    /**
     * Redis' time, milliseconds since 1970: the last entry's, or where none came that of the reading or a little before. Never
     * later than an entry that was not read.
     */
    long redisTime();

    /**
     * True when nothing was left unread behind {@link #entries()}: the engine's clock may run on to {@link #redisTime()}. Not so
     * in the first seconds of a connection to Redis, while what it may have forgotten is appended again.
     */
    boolean drained();

    /** Grows with every change of owner. A bean that sees a new number drops what it remembers and reads {@link #states()}. */
    long ownership();

    /** The committed state of this partition, by key: read from Redis at the first call of an ownership, not a copy per step. */
    Map<String, byte[]> states();

    /** Stores a state with this step; {@code null} removes it. */
    void put(String key, byte @Nullable [] state);

    /** Appends an entry to another journal with this step. */
    void append(String journal, NewEntry entry);

    /** Runs after the commit, on the same thread: the place to replace the state in memory. */
    void onCommit(Runnable action);
}

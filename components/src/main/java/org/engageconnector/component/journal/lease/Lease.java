package org.engageconnector.component.journal.lease;

import static org.engageconnector.component.journal.stream.EntryFields.bytes;
import static org.engageconnector.component.journal.stream.EntryFields.text;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.engageconnector.component.journal.stream.Change;
import org.engageconnector.component.journal.stream.JournalBounds;
import org.engageconnector.component.journal.stream.JournalFullException;
import org.engageconnector.component.journal.stream.TrueMemory;
import org.engageconnector.component.redis.RedisConnection;
import org.engageconnector.component.redis.RedisLane;
import org.engageconnector.component.redis.RedisUnavailableException;
import org.engageconnector.component.redis.Script;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One lease record: who may change something, proved by a 128-bit random token at every change. Thread-safe.
 *
 * <p>{@link #held()} is judged by the local monotonic clock from the moment the last renewal was <em>sent</em>, so it never
 * says yes longer than Redis does (docs/delivery.md#lease).
 */
public final class Lease {

    private static final Script SCRIPT = Script.beside(Lease.class, "lease.lua");
    private static final Script COMMIT = TrueMemory.COST.before(Script.beside(Lease.class, "commit.lua"));
    private static final Logger LOG = LoggerFactory.getLogger(Lease.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long RETRY_NANOS = 50_000_000;

    private final RedisConnection redis;
    private final JournalBounds bounds;
    private final RedisLane commitLane;
    private final String name;
    private final Duration lifetime;
    private volatile String value = "";
    private volatile long ownership;
    private volatile long validUntil = System.nanoTime();
    private final Object record = new Object();
    private long commits;
    private String lastCommit = "";

    Lease(RedisConnection redis, String name, Duration lifetime) {
        this.redis = redis;
        this.bounds = new JournalBounds(redis);
        this.commitLane = new RedisLane(redis);
        this.name = name;
        this.lifetime = lifetime;
    }

    public String name() {
        return name;
    }

    public long ownership() {
        return ownership;
    }

    public boolean held() {
        return remainingNanos() > 0;
    }

    /** How long the lease is surely ours without another renewal; 0 or less when it is not. */
    long remainingNanos() {
        return value.isEmpty() ? 0 : validUntil - System.nanoTime();
    }

    /** Tries once; true when this instance has become the owner. */
    synchronized boolean take() {
        String candidate = redis.instance() + " " + token();
        long sent = System.nanoTime();
        List<Object> answer = ask("take", candidate);
        if ((Long) answer.get(0) == 0) {
            return false;
        }
        synchronized (record) {
            value = candidate;
            ownership = (Long) answer.get(1);
            validUntil = sent + lifetime.toNanos();
        }
        commits = 0;
        lastCommit = "";
        return true;
    }

    /** Prolongs it; false, and the lease is gone, when Redis knows another owner or none. Never waits for a commit. */
    boolean renew() {
        String mine = value;
        long sent = System.nanoTime();
        if (mine.isEmpty()) {
            return false;
        }
        boolean renewed = (Long) ask("renew", mine).get(0) == 1;
        synchronized (record) {
            if (mine.equals(value)) {
                if (renewed) {
                    validUntil = sent + lifetime.toNanos();
                } else {
                    drop();
                }
            }
        }
        return renewed;
    }

    /** Gives it back; when Redis is away it just runs out. */
    void release() {
        commitLane.close();
        String mine = drop();
        if (!mine.isEmpty()) {
            try {
                ask("release", mine);
            } catch (RedisUnavailableException e) {
                LOG.debug("lease {} expires by itself: {}", name, e.getMessage());
            }
        }
    }

    /** What the record holds while it is ours: instance and token; empty otherwise. */
    String value() {
        return value;
    }

    /**
     * Makes a change under this lease, exactly once: an unanswered script is sent again with the same number until Redis
     * says what became of it or the lease has run out. When Redis has forgotten the commit before (a failover to a replica
     * that was behind), nothing is changed and the lease is given up, so that the next owner starts from what Redis has.
     */
    public synchronized void commit(Change change) {
        String id = ownership + "-" + commits++;
        while (held()) {
            try {
                judge(commitLane.call(
                        COMMIT, change.keyNames(name), change.arguments(value, name, id, lastCommit, bounds)));
                lastCommit = id;
                redis.work().done(scope(), "commit under lease " + name);
                return;
            } catch (RedisUnavailableException e) {
                redis.work().failed(scope(), "commit under lease " + name, String.valueOf(e.getMessage()));
                if (e.outOfMemory()) {
                    throw new JournalFullException(e);
                }
                pause();
            }
        }
        drop();
        throw new LeaseLostException(name);
    }

    /** Makes a change that needs no lease. An unanswered one may have been made. */
    public static void commitFreely(RedisConnection redis, Change change) {
        List<Object> answer = redis.call(
                COMMIT, change.keyNames("none"), change.arguments("", "none", "", "", new JournalBounds(redis)));
        if (text((byte[]) answer.get(0)).equals("FULL")) {
            throw new JournalFullException(text((byte[]) answer.get(1)));
        }
    }

    /** Whose work it is: the journal after which the leases of partitions are named, else the lease itself. */
    private String scope() {
        int slash = name.indexOf('/');
        return slash < 0 ? name : name.substring(0, slash);
    }

    private void judge(List<Object> answer) {
        String word = text((byte[]) answer.get(0));
        if (word.equals("LOST")) {
            drop();
            throw new LeaseLostException(name);
        }
        if (word.equals("FORGOT")) {
            LOG.warn(
                    "Redis has forgotten what was committed under lease {}: it is taken anew, from what Redis has",
                    name);
            release();
            throw new LeaseLostException(name);
        }
        if (word.equals("FULL")) {
            throw new JournalFullException(text((byte[]) answer.get(1)));
        }
    }

    private String drop() {
        synchronized (record) {
            String before = value;
            value = "";
            validUntil = System.nanoTime();
            return before;
        }
    }

    /** Keeps the monitor: another commit must not come between two tries of this one. */
    private void pause() {
        LockSupport.parkNanos(RETRY_NANOS);
        if (Thread.currentThread().isInterrupted()) {
            drop();
        }
    }

    private List<Object> ask(String verb, String leaseValue) {
        return redis.call(
                SCRIPT,
                List.of(
                        redis.keys().lease(name),
                        redis.keys().ownerships(),
                        redis.keys().commits()),
                List.of(bytes(verb), bytes(leaseValue), bytes(name), bytes(Long.toString(lifetime.toMillis()))));
    }

    /** The instance that a record names. */
    static String instance(String record) {
        return record.substring(0, Math.max(0, record.lastIndexOf(' ')));
    }

    private static String token() {
        byte[] token = new byte[16];
        RANDOM.nextBytes(token);
        return HexFormat.of().formatHex(token);
    }
}

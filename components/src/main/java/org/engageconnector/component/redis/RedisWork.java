package org.engageconnector.component.redis;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * What this process does in Redis again and again (appends, reads, commits, leases), and whether it succeeds: a server that
 * answers is not enough, since it may refuse just what a role lives on. Whoever does the work says how it went. Thread-safe.
 */
public final class RedisWork {

    /** The scope of what concerns all roles. */
    public static final String ANY = "";

    /** A failure that is mended by the next tries is no news. */
    private static final long PATIENCE_NANOS = 3_000_000_000L;

    /** Whoever failed and never tried again has gone; the longest pause between two tries is 5 s. */
    private static final long FORGOTTEN_NANOS = 30_000_000_000L;

    private static final int MOST = 1_000;

    private final BooleanSupplier available;
    private final LongSupplier nanoTime;
    private final Map<Work, Failing> failing = new ConcurrentHashMap<>();

    private record Work(String scope, String what) {}

    private record Failing(long sinceNanos, long lastNanos, String why) {}

    /**
     * Nothing failing yet.
     *
     * @param available false while Redis is away, when every failure has that cause
     * @param nanoTime monotonic time in nanoseconds
     */
    RedisWork(BooleanSupplier available, LongSupplier nanoTime) {
        this.available = available;
        this.nanoTime = nanoTime;
    }

    /** It was done. */
    public void done(String scope, String what) {
        if (!failing.isEmpty()) {
            failing.remove(new Work(scope, what));
        }
    }

    /**
     * It could not be done.
     *
     * @param scope whose work it is: a journal, the name of a lease, or {@link #ANY}
     * @param what such as {@code reading of engage-events/SIP_1}
     * @param why names no value and no secret
     */
    public void failed(String scope, String what, String why) {
        if (!available.getAsBoolean() || failing.size() >= MOST) {
            return;
        }
        long now = nanoTime.getAsLong();
        failing.merge(
                new Work(scope, what),
                new Failing(now, now, why),
                (before, first) -> new Failing(before.sinceNanos(), now, why));
    }

    /** A new connection begins without failures. */
    void clear() {
        failing.clear();
    }

    /**
     * What has failed for some seconds without a success, the longest first; empty when all goes on.
     *
     * @param scopes those that are asked about
     */
    public Optional<String> stuck(Predicate<String> scopes) {
        long now = nanoTime.getAsLong();
        failing.values().removeIf(one -> now - one.lastNanos() > FORGOTTEN_NANOS);
        return failing.entrySet().stream()
                .filter(one -> now - one.getValue().sinceNanos() >= PATIENCE_NANOS)
                .filter(one -> one.getKey().scope().equals(ANY)
                        || scopes.test(one.getKey().scope()))
                .min((one, other) -> Long.compare(
                        one.getValue().sinceNanos() - now, other.getValue().sinceNanos() - now))
                .map(one -> "the " + one.getKey().what() + " has failed for "
                        + (now - one.getValue().sinceNanos()) / 1_000_000_000L + " s: "
                        + one.getValue().why());
    }
}

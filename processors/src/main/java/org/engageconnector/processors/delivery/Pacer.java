package org.engageconnector.processors.delivery;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import org.engageconnector.journal.Throttle;

/**
 * The one gate through which every request of a token passes. Never more than the quota in any sliding 60 s, as the server
 * sees it; evenly spaced at 0.99 of the quota with a burst of at most {@value Spacing#BURST}; minimum shares for paths. The
 * quota is learned from the answers, a set value is its ceiling. A 429 closes the gate for all paths.
 *
 * <p>One pacer per OAuth token. Thread-safe, never blocks, reads time only from its supplier.
 */
public final class Pacer implements Throttle {

    /** Requests a minute that Genesys Cloud allows a token, until an answer says otherwise. */
    public static final int DOCUMENTED_QUOTA = 300;

    private static final long SECOND = 1_000_000_000L;

    private final double quotaShare;
    private final LongSupplier nanoTime;
    private final DoubleSupplier random;
    private final MinimumShares shares;
    private final SlidingWindow window = new SlidingWindow();
    private final Spacing spacing = new Spacing();

    private int ceiling;
    private long allowed = DOCUMENTED_QUOTA;
    private boolean answeredOnce;
    private long closedUntil;
    private boolean closed;

    /** Requests of somebody else on the same token, as far as the server's count shows them. */
    private long foreign;

    private long foreignEasesAt;
    private long foreignEndsAt;

    /**
     * Makes a pacer that has sent nothing yet.
     *
     * @param quotaShare this role's part of the token's quota, above 0 and at most 1
     * @param minimumShares part of the slots by path when several paths wait; empty when there is one path
     * @param nanoTime monotonic time in nanoseconds
     * @param random 0 (inclusive) to 1 (exclusive), for jitter
     */
    public Pacer(double quotaShare, Map<String, Double> minimumShares, LongSupplier nanoTime, DoubleSupplier random) {
        if (!(quotaShare > 0 && quotaShare <= 1)) {
            throw new IllegalArgumentException("the quota share must be above 0 and at most 1, not " + quotaShare);
        }
        this.quotaShare = quotaShare;
        this.nanoTime = nanoTime;
        this.random = random;
        this.shares = new MinimumShares(minimumShares);
    }

    /** As the other constructor, on the system's clock. */
    public Pacer(double quotaShare, Map<String, Double> minimumShares) {
        this(quotaShare, minimumShares, System::nanoTime, Math::random);
    }

    @Override
    public synchronized void ceiling(int requestsPerMinute) {
        if (requestsPerMinute < 0) {
            throw new IllegalArgumentException("requests per minute must not be negative: " + requestsPerMinute);
        }
        ceiling = requestsPerMinute;
    }

    /** Requests this pacer may grant in 60 s now. */
    public synchronized int quota() {
        long limit = ceiling > 0 ? Math.min(ceiling, allowed) : allowed;
        return (int) Math.max(1, Math.floor(limit * quotaShare));
    }

    /** Part of the quota that was used in the last minute, 0 to 1 (above 1 just after a quota shrank). */
    public synchronized double usedRatio() {
        return (double) window.count(nanoTime.getAsLong()) / quota();
    }

    /** True while a 429 keeps the gate closed. */
    public synchronized boolean isClosed() {
        return closed && closedUntil - nanoTime.getAsLong() > 0;
    }

    @Override
    public synchronized long tryAcquire(String path) {
        long now = nanoTime.getAsLong();
        long wait = waitFor(now);
        if (wait == 0 && !shares.turnOf(path, now)) {
            wait = SECOND / 1000;
        }
        if (wait > 0) {
            shares.refused(path, now);
            return wait;
        }
        window.granted(now);
        spacing.granted(now, quota());
        shares.granted(path);
        if (foreign > 0 && now - foreignEasesAt >= 0) {
            // one try has left in the room that came free; its answer tells how much more there is
            foreignEasesAt = now + SECOND;
        }
        return 0;
    }

    private long waitFor(long now) {
        if (closed) {
            if (closedUntil - now > 0) {
                return closedUntil - now;
            }
            closed = false;
        }
        if (!answeredOnce && window.open() > 0) {
            // the first answer tells how much of the quota is left: a burst before it might overshoot
            return SECOND / 200;
        }
        int quota = quota();
        long wait = spacing.waitFor(now, quota);
        int own = window.count(now);
        if (own + foreign(now) >= quota) {
            long room = own > 0 ? window.untilNextLeaves(now) : SECOND;
            if (foreign > 0) {
                room = Math.min(room, Math.max(SECOND / 1000, foreignEasesAt - now));
            }
            wait = Math.max(wait, room);
        }
        return wait;
    }

    private long foreign(long now) {
        if (foreign > 0 && now - foreignEndsAt >= 0) {
            foreign = 0;
        }
        return foreign > 0 && now - foreignEasesAt >= 0 ? foreign - 1 : foreign;
    }

    @Override
    public synchronized void finished(String path) {
        window.finished(nanoTime.getAsLong());
        answeredOnce = true;
    }

    /**
     * Learns from the headers of an answer. To be called before {@link #finished}.
     *
     * @param limit the headers
     * @param sentAt when the request left, in the pacer's own time
     */
    public synchronized void learn(RateLimit limit, long sentAt) {
        limit.allowed().ifPresent(value -> allowed = Math.max(1, Math.min(value, Integer.MAX_VALUE)));
        if (limit.count().isPresent()) {
            long now = nanoTime.getAsLong();
            foreign = Math.max(0, limit.count().getAsLong() - window.countSince(sentAt - SlidingWindow.LENGTH));
            foreignEasesAt = now + Math.max(1, Math.min(60, limit.resetSeconds().orElse(60))) * SECOND;
            foreignEndsAt = now + SlidingWindow.LENGTH;
        }
    }

    /**
     * Closes the gate for every path: the server answered 429.
     *
     * @param limit its headers; without a Retry-After the gate closes for one second
     */
    public synchronized void refused(RateLimit limit) {
        long seconds = limit.retryAfterSeconds().orElse(1);
        // so that many senders do not come back in the same instant; at most 10 %, at most 2 s
        double jitter = random.getAsDouble() * Math.min(2, 0.1 + seconds * 0.1);
        long until = nanoTime.getAsLong() + seconds * SECOND + (long) (jitter * SECOND);
        if (!closed || until - closedUntil > 0) {
            closedUntil = until;
        }
        closed = true;
    }

    @Override
    public synchronized void usedBefore(List<Long> nanosAgo) {
        long now = nanoTime.getAsLong();
        window.addEarlier(nanosAgo.stream().map(ago -> now - ago).toList());
    }
}

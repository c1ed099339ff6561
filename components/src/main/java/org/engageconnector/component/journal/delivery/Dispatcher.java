package org.engageconnector.component.journal.delivery;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.engageconnector.background.BackgroundFailures;
import org.engageconnector.component.journal.lease.LeaseLostException;
import org.engageconnector.component.journal.lease.StandingLease;
import org.engageconnector.component.redis.RedisUnavailableException;
import org.engageconnector.journal.Throttle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what leaves next: asks the throttle only when something can be sent, and fills the batch only when the slot is
 * granted. One thread; requests run on the pool.
 */
final class Dispatcher implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final long SECOND = 1_000_000_000L;
    private static final long LEASE_LOOK = SECOND / 10;

    private final Outbox outbox;
    private final StandingLease lease;
    private final Throttle throttle;
    private final Sender sender;
    private final Executor pool;
    private final Upkeep upkeep;
    private volatile boolean stopping;

    Dispatcher(Outbox outbox, StandingLease lease, Throttle throttle, Sender sender, Executor pool, Upkeep upkeep) {
        this.outbox = outbox;
        this.lease = lease;
        this.throttle = throttle;
        this.sender = sender;
        this.pool = pool;
        this.upkeep = upkeep;
    }

    /** No request starts after this. */
    void stop() {
        stopping = true;
        outbox.locked(outbox::signal);
    }

    @Override
    public void run() {
        while (!stopping) {
            long seen = outbox.signals;
            try {
                long wait = round();
                BackgroundFailures.PROCESS.succeeded("delivery " + outbox.journal.name());
                outbox.journal.worked("delivery");
                rest(wait, seen);
            } catch (RedisUnavailableException | LeaseLostException e) {
                outbox.journal.refused("delivery", e);
                LOG.debug("{}: {}", outbox.journal.name(), e.getMessage());
                rest(LEASE_LOOK, outbox.signals);
            } catch (RuntimeException | Error e) {
                BackgroundFailures.PROCESS.failed("delivery " + outbox.journal.name(), e);
                rest(SECOND, outbox.signals);
            }
        }
    }

    private long round() {
        if (!lease.held()) {
            outbox.locked(outbox::reset);
            return LEASE_LOOK;
        }
        if (lease.leaving()) {
            // what is under way is answered and recorded; nothing begins
            return LEASE_LOOK;
        }
        if (!upkeep.ready(lease.number())) {
            return LEASE_LOOK;
        }
        upkeep.run();
        outbox.lock.lock();
        try {
            long wait = Math.min(SECOND, outbox.backlog.unpark(System.nanoTime()));
            return Math.min(wait, grant());
        } finally {
            outbox.lock.unlock();
        }
    }

    /** Starts requests while slots are granted; returns how long to wait. */
    private long grant() {
        while (!stopping && !lease.leaving()) {
            long wait = SECOND;
            boolean sent = false;
            for (PathState path : byAge()) {
                long pathWait = tryPath(path);
                sent |= pathWait == 0;
                wait = Math.min(wait, pathWait);
            }
            if (!sent) {
                return wait;
            }
        }
        return 0;
    }

    private List<PathState> byAge() {
        return outbox.paths.values().stream()
                .filter(path -> outbox.backlog.hasReady(path.path))
                .sorted(Comparator.comparingLong(path -> outbox.backlog.oldestReady(path.path)))
                .toList();
    }

    /** 0 when a request was started, else how long to wait. */
    private long tryPath(PathState path) {
        if (outbox.requests >= outbox.options.maxInFlight()) {
            return SECOND;
        }
        long now = System.nanoTime();
        long wait = Math.max(
                path.waitFor(now),
                outbox.backlog.untilFull(path.path, now, outbox.options.linger().toNanos()));
        if (wait == 0) {
            wait = throttle.tryAcquire(path.path.label());
        }
        if (wait > 0) {
            return wait;
        }
        Batch batch = outbox.backlog.take(path.path);
        if (batch == null) {
            throttle.finished(path.path.label());
            return SECOND;
        }
        path.inFlight++;
        outbox.requests++;
        long ownership = outbox.ownership;
        pool.execute(() -> sender.send(batch, ownership));
        return 0;
    }

    private void rest(long nanos, long seen) {
        outbox.lock.lock();
        try {
            if (!stopping && nanos > 0 && outbox.signals == seen) {
                outbox.changed.await(nanos, TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            stopping = true;
        } finally {
            outbox.lock.unlock();
        }
    }
}

package org.engageconnector.component.journal.step;

import org.apache.camel.Exchange;
import org.engageconnector.background.BackgroundFailures;
import org.engageconnector.component.journal.lease.Lease;
import org.engageconnector.component.journal.lease.LeaseLostException;
import org.engageconnector.component.journal.stream.Change;
import org.engageconnector.component.journal.stream.JournalFullException;
import org.engageconnector.component.journal.stream.Partition;
import org.engageconnector.component.journal.stream.PartitionStream;
import org.engageconnector.component.redis.RedisConnection;
import org.engageconnector.component.redis.RedisUnavailableException;
import org.engageconnector.journal.DeadLetter;
import org.engageconnector.journal.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that owns a partition: reads, lets the route compute, commits. Ends by itself when the lease is gone. After a
 * step that emptied the partition it rests for 20 ms: what one call causes in three families makes one step or two, not a dozen.
 */
public final class PartitionOwner implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(PartitionOwner.class);
    private static final long FULL_PAUSE_MILLIS = 200;
    private static final long REST_MILLIS = 20;
    private static final long LEAVING_MILLIS = 1_000;

    private final StepRoute route;
    private final RedisConnection redis;
    private final Partition partition;
    private final Lease lease;
    private final long ownership;
    private final Retries retries;
    private final Thread thread;
    private final PartitionOwner predecessor;
    private volatile boolean ending;

    /** @param predecessor whose last step must be over before this one reads; {@code null} for none */
    public PartitionOwner(StepRoute route, Partition partition, Lease lease, PartitionOwner predecessor) {
        this.predecessor = predecessor;
        this.route = route;
        this.redis = route.redis();
        this.partition = partition;
        this.lease = lease;
        this.ownership = lease.ownership();
        this.retries = new Retries(route.batchSize());
        this.thread = new Thread(this, "journal-" + partition.fullName());
        thread.setDaemon(true);
        thread.start();
    }

    /** True while it reads under the present ownership. */
    public boolean reads() {
        return thread.isAlive() && !ending && owns();
    }

    /** Asks it to end after the step at hand. */
    public void end() {
        ending = true;
    }

    /** Waits for its end; true when it has come. */
    public boolean ended(long millis) {
        try {
            thread.join(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }

    @Override
    public void run() {
        while (predecessor != null && !predecessor.ended(LEAVING_MILLIS)) {
            LOG.warn("partition {}: the step of the former ownership has not ended yet", partition.fullName());
        }
        try (PartitionStream stream = new PartitionStream(redis, redis.keys().journal(partition.fullName()))) {
            while (!ending && owns()) {
                try {
                    PartitionStream.Window window = next(stream);
                    step(window);
                    BackgroundFailures.PROCESS.succeeded("owner of " + partition.fullName());
                    redis.work().done(partition.journal(), reading());
                    if (window.drained() && !window.entries().isEmpty()) {
                        pause(REST_MILLIS);
                    }
                } catch (RedisUnavailableException e) {
                    redis.work().failed(partition.journal(), reading(), String.valueOf(e.getMessage()));
                    LOG.debug("partition {} waits: {}", partition.fullName(), e.getMessage());
                    pause(FULL_PAUSE_MILLIS);
                } catch (RuntimeException | Error e) {
                    BackgroundFailures.PROCESS.failed("owner of " + partition.fullName(), e);
                    pause(1_000);
                }
            }
        }
        redis.work().done(partition.journal(), reading());
        redis.work().done(partition.journal(), stepping());
        LOG.debug("partition {} is left", partition.fullName());
    }

    /** Judged before the read: what is appended after that is read, or leaves something unread. */
    private PartitionStream.Window next(PartitionStream stream) {
        boolean settled = route.settled(partition);
        PartitionStream.Window window = stream.read(retries.limit(), route.tick());
        return settled ? window : new PartitionStream.Window(window.entries(), window.redisTime(), false);
    }

    private boolean owns() {
        return lease.held() && lease.ownership() == ownership;
    }

    private void step(PartitionStream.Window window) {
        RedisStep step = new RedisStep(redis, partition, ownership, window);
        Exchange exchange = route.createExchange(false);
        try {
            exchange.setProperty(Step.PROPERTY, step);
            exchange.getIn().setBody(window.entries());
            route.handle(exchange);
            Throwable failure = exchange.getException();
            if (failure == null && exchange.isRollbackOnly()) {
                failure = new IllegalStateException("the route marked the step for rollback");
            }
            if (failure == null) {
                commit(step, window);
            } else {
                step.discard();
                failed(window, failure);
            }
        } finally {
            route.releaseExchange(exchange, false);
        }
    }

    private void commit(RedisStep step, PartitionStream.Window window) {
        try {
            step.commit(lease);
            redis.work().done(partition.journal(), stepping());
            retries.succeeded(window.entries().size());
        } catch (JournalFullException e) {
            waits(e);
        } catch (LeaseLostException e) {
            LOG.warn(
                    "Step of {} entries of {} not committed: {}",
                    window.entries().size(),
                    partition.fullName(),
                    e.getMessage());
        }
    }

    private void failed(PartitionStream.Window window, Throwable failure) {
        if (Faults.ofRedis(failure)) {
            waits(failure);
            return;
        }
        if (ending || !route.isRunAllowed()) {
            // the route is being stopped under the step: no fault of the entries, which the next owner reads again
            return;
        }
        int entries = window.entries().size();
        route.rareWarning(
                "Step of " + entries + " entries of " + partition.fullName() + " failed: " + Faults.describe(failure));
        if (entries == 0 || !retries.failed(entries)) {
            pause(retries.pauseMillis());
            return;
        }
        bury(window, failure);
    }

    private void waits(Throwable why) {
        String reason = Faults.reason(why);
        route.rareWarning(partition.fullName() + " waits: " + reason);
        redis.work().failed(partition.journal(), stepping(), reason);
        pause(FULL_PAUSE_MILLIS);
    }

    private String reading() {
        return "reading of " + partition.fullName();
    }

    private String stepping() {
        return "work on " + partition.fullName();
    }

    private void bury(PartitionStream.Window window, Throwable failure) {
        Change change = new Change(redis.keys())
                .append(
                        DeadLetter.JOURNAL,
                        DeadLetter.ofUnreadable(
                                partition.journal(),
                                partition.name(),
                                window.entries().get(0),
                                Faults.describe(failure),
                                retries.failures(),
                                window.redisTime()))
                .trim(partition, window.entries());
        try {
            lease.commit(change);
            LOG.error(
                    "Entry {} of {} cannot be handled and went to the dead letters: {}",
                    window.entries().get(0).id(),
                    partition.fullName(),
                    Faults.describe(failure));
            retries.removed();
            pause(retries.pauseMillis());
        } catch (JournalFullException e) {
            waits(e);
        } catch (LeaseLostException e) {
            LOG.warn("partition {}: {}", partition.fullName(), e.getMessage());
        }
    }

    private void pause(long millis) {
        long until = System.nanoTime() + millis * 1_000_000;
        try {
            while (!ending && owns() && System.nanoTime() < until) {
                Thread.sleep(Math.min(millis, 20));
            }
        } catch (InterruptedException e) {
            ending = true;
        }
    }
}

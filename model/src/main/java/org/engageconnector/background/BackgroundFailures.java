package org.engageconnector.background;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What failed in the background of this process. One line is logged when a worker fails after a success, and one a minute while
 * it goes on failing. Thread-safe.
 */
public final class BackgroundFailures {

    /** Those of the process. */
    public static final BackgroundFailures PROCESS = new BackgroundFailures(System::nanoTime);

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundFailures.class);
    private static final long MINUTE_NANOS = 60_000_000_000L;
    private static final int MOST_WORKERS = 1_000;

    private final LongSupplier nanoTime;
    private final LongAdder total = new LongAdder();
    private final Map<String, Failing> failing = new ConcurrentHashMap<>();

    /** A worker that has not succeeded since it failed. */
    private record Failing(long sinceNanos, long saidNanos, String error) {}

    /** @param nanoTime monotonic time in nanoseconds */
    BackgroundFailures(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Counts a failure, and logs it when that is due. */
    public void failed(String worker, Throwable error) {
        total.increment();
        long now = nanoTime.getAsLong();
        Failing before = failing.get(worker);
        boolean say = before == null || now - before.saidNanos() >= MINUTE_NANOS;
        if (before != null || failing.size() < MOST_WORKERS) {
            failing.put(
                    worker,
                    new Failing(
                            before == null ? now : before.sinceNanos(),
                            say || before == null ? now : before.saidNanos(),
                            error.getClass().getSimpleName()));
        }
        if (say) {
            LOG.error("Background work `{}` failed and is tried again", worker, error);
        }
    }

    /** The worker has done its work again. */
    public void succeeded(String worker) {
        if (failing.remove(worker) != null) {
            LOG.info("Background work `{}` goes on", worker);
        }
    }

    /** For threads that nobody guards: their end is counted and logged. */
    public Thread.UncaughtExceptionHandler forThreads() {
        return (thread, error) -> {
            total.increment();
            LOG.error("Thread `{}` ended by an error that nobody expected", thread.getName(), error);
        };
    }

    /** Failures since the start of the process. */
    public long total() {
        return total.sum();
    }

    /** A worker that has failed for longer than that without a success in between, with its error; the longest first. */
    public Optional<String> failingFor(long nanos) {
        long now = nanoTime.getAsLong();
        String found = null;
        long longest = nanos;
        for (Map.Entry<String, Failing> one : failing.entrySet()) {
            long since = now - one.getValue().sinceNanos();
            if (since >= longest) {
                longest = since;
                found = "background work `" + one.getKey() + "` has failed for " + since / 1_000_000_000L + " s: "
                        + one.getValue().error();
            }
        }
        return Optional.ofNullable(found);
    }

    /** A task that never throws: for executors that would drop a task, or run it never again, after an exception. */
    public Runnable guard(String worker, Runnable task) {
        return () -> {
            try {
                task.run();
                succeeded(worker);
            } catch (Throwable error) {
                failed(worker, error);
            }
        };
    }
}

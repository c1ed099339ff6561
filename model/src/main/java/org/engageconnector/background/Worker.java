package org.engageconnector.background;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A daemon thread that does one round of work after the other until it is closed. A round that throws is counted and logged
 * ({@link BackgroundFailures}); after a pause the next one begins. Thread-safe.
 */
public final class Worker implements AutoCloseable {

    private static final long CLOSE_MILLIS = 3_000;

    /** One round. It may wait, and ends early when the thread is interrupted. */
    @FunctionalInterface
    public interface Round {
        void run() throws Exception;
    }

    private final String name;
    private final long pauseNanos;
    private final Round round;
    private final BackgroundFailures failures;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread thread;
    private boolean woken;
    private volatile boolean closed;

    /**
     * Makes a worker that does not run yet.
     *
     * @param pause between the end of a round and the beginning of the next
     */
    public Worker(String name, Duration pause, Round round) {
        this(name, pause, round, BackgroundFailures.PROCESS);
    }

    Worker(String name, Duration pause, Round round, BackgroundFailures failures) {
        this.name = name;
        this.pauseNanos = pause.toNanos();
        this.round = round;
        this.failures = failures;
        this.thread = new Thread(this::work, name);
        thread.setDaemon(true);
    }

    /** Begins with the first round. */
    public Worker start() {
        thread.start();
        return this;
    }

    /** The next round begins at once. */
    public void wake() {
        lock.lock();
        try {
            woken = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    private void work() {
        while (!closed) {
            try {
                round.run();
                failures.succeeded(name);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Throwable e) {
                failures.failed(name, e);
            }
            rest();
        }
    }

    private void rest() {
        lock.lock();
        try {
            long left = pauseNanos;
            while (!woken && !closed && left > 0) {
                left = changed.awaitNanos(left);
            }
            woken = false;
        } catch (InterruptedException e) {
            closed = true;
        } finally {
            lock.unlock();
        }
    }

    /** Interrupts the round at hand and waits for its end, at most 3 s. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        if (thread == Thread.currentThread()) {
            return;
        }
        try {
            TimeUnit.MILLISECONDS.timedJoin(thread, CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

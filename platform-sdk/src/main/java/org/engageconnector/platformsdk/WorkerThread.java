package org.engageconnector.platformsdk;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A daemon thread with a bounded queue. */
final class WorkerThread implements Worker {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerThread.class);

    /** Tasks that wait at most: messages of the SDK on their way, and our requests. */
    static final int MOST_TASKS = 50_000;

    private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>(MOST_TASKS);
    private final Thread thread;
    private volatile boolean overrun;
    private volatile boolean ending;
    private volatile boolean mustEnd;
    private volatile long deadline;

    /** @param loader the SDK's, as the thread's context */
    WorkerThread(String name, ClassLoader loader) {
        thread = new Thread(this::run, name);
        thread.setDaemon(true);
        thread.setContextClassLoader(loader);
        thread.start();
    }

    @Override
    public void execute(Runnable task) {
        if (!ending && !tasks.offer(task)) {
            overrun = true;
        }
    }

    @Override
    public void interrupt() {
        thread.interrupt();
    }

    @Override
    public void end() {
        if (!ending) {
            ending = true;
            // wakes it where it waits for a task
            tasks.offer(() -> {});
        }
    }

    @Override
    public void endWithin(Duration time) {
        deadline = System.nanoTime() + time.toNanos();
        mustEnd = true;
        // wakes it where it waits for a task
        tasks.offer(() -> {});
    }

    @Override
    public boolean isOverrun() {
        return overrun;
    }

    private void run() {
        while (!ending || !tasks.isEmpty()) {
            try {
                Runnable task = mustEnd ? tasks.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS) : tasks.take();
                if (task == null) {
                    LOG.warn(
                            "the Platform SDK did not end the connection of {} in time; threads of its own may stay",
                            thread.getName());
                    return;
                }
                task.run();
            } catch (InterruptedException e) {
                // whoever interrupts wants a task to end, not the thread
                continue;
            } catch (Throwable e) {
                LOG.warn("the Platform SDK threw in {}: {}", thread.getName(), Words.of(e));
            }
        }
    }
}

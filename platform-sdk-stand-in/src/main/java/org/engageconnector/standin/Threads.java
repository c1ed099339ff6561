package org.engageconnector.standin;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/** The threads of the stand-in. */
public final class Threads {

    private static final Set<Thread> CONNECTIONS = ConcurrentHashMap.newKeySet();

    private Threads() {}

    public static Thread daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** A thread of one connection. */
    static Thread ofConnection(String name, Runnable task) {
        Thread thread = daemon(name, () -> {
            try {
                task.run();
            } finally {
                CONNECTIONS.remove(Thread.currentThread());
            }
        });
        CONNECTIONS.add(thread);
        return thread;
    }

    /** Time limits; the thread ends when there is nothing to wait for. */
    static ScheduledExecutorService limits() {
        return Limits.EXECUTOR;
    }

    /** Waits until no connection has a thread. */
    public static boolean awaitNone(long millis) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        for (Thread thread : CONNECTIONS) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left > 0) {
                thread.join(left);
            }
        }
        return CONNECTIONS.isEmpty();
    }

    private static final class Limits {

        private static final ScheduledExecutorService EXECUTOR = executor();

        private static ScheduledExecutorService executor() {
            ScheduledThreadPoolExecutor executor = (ScheduledThreadPoolExecutor)
                    Executors.newScheduledThreadPool(1, task -> daemon("stand-in-limits", task));
            executor.setKeepAliveTime(1, java.util.concurrent.TimeUnit.SECONDS);
            executor.allowCoreThreadTimeOut(true);
            executor.setRemoveOnCancelPolicy(true);
            return executor;
        }
    }
}

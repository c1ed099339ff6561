package org.engageconnector.processors.configsync.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A few threads, so that requests leave as fast as the quota allows however slowly they are answered. */
public final class Workers implements AutoCloseable {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final ExecutorService threads;

    /** @param count threads; 1 gives a fixed order */
    public Workers(int count) {
        threads = Executors.newFixedThreadPool(count, task -> {
            Thread thread = new Thread(task, "config-sync-" + NUMBERS.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Does something with every item; returns when all are done. The first exception ends what has not begun and is thrown. */
    <T> void forEach(List<T> items, Consumer<T> job) {
        List<Future<?>> futures = new ArrayList<>(items.size());
        items.forEach(item -> futures.add(threads.submit(() -> job.accept(item))));
        Throwable failure = null;
        for (Future<?> future : futures) {
            try {
                if (failure == null || !future.cancel(false)) {
                    future.get();
                }
            } catch (ExecutionException e) {
                failure = failure != null ? failure : e.getCause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                futures.forEach(one -> one.cancel(true));
                throw new IllegalStateException("interrupted", e);
            }
        }
        if (failure instanceof Error fatal) {
            throw fatal;
        }
        if (failure != null) {
            throw (RuntimeException) failure; // a job throws nothing that is checked
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}

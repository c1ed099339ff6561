package org.engageconnector.simulators.engage.play;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is to happen and when, run by one thread of its own in the order of planned times. An action is given its planned time,
 * not the time it is run: so a run depends on the plan and not on the machine. Thread-safe.
 */
final class Timetable implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Timetable.class);

    private record Entry(long at, long order, LongConsumer action) {}

    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparingLong(Entry::at).thenComparingLong(Entry::order));
    private final Thread thread;
    private long order;
    private boolean closed;

    Timetable(String threadName) {
        thread = new Thread(this::run, threadName);
        thread.setDaemon(true);
        thread.start();
    }

    /** Plans an action. @param at when, in milliseconds since 1970; a past time means at once */
    synchronized void plan(long at, LongConsumer action) {
        entries.add(new Entry(at, order++, action));
        notifyAll();
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            entries.clear();
            notifyAll();
        }
        try {
            thread.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            for (Entry entry = next(); entry != null; entry = next()) {
                try {
                    entry.action().accept(entry.at());
                } catch (RuntimeException e) {
                    LOG.error("The simulated contact centre could not do what was planned", e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Entry next() throws InterruptedException {
        while (!closed) {
            long wait = entries.isEmpty() ? 1_000 : entries.peek().at() - System.currentTimeMillis();
            if (wait <= 0) {
                return entries.remove();
            }
            wait(Math.min(wait, 1_000));
        }
        return null;
    }
}

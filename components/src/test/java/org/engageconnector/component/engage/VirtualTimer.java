package org.engageconnector.component.engage;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;

/** A clock that a test turns. */
public final class VirtualTimer implements SessionTimer {

    private record Task(long at, long order, Runnable action) {}

    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparingLong(Task::at).thenComparingLong(Task::order));
    private long now;
    private long order;

    @Override
    public Handle schedule(Duration delay, Runnable action) {
        Task task = new Task(now + delay.toNanos(), order++, action);
        tasks.add(task);
        return () -> tasks.remove(task);
    }

    @Override
    public long nanoTime() {
        return now;
    }

    /** Runs everything that is due on the way, {@code after} each task. */
    public void advance(Duration time, Runnable after) {
        long end = now + time.toNanos();
        while (!tasks.isEmpty() && tasks.peek().at() <= end) {
            Task next = tasks.remove();
            now = next.at();
            next.action().run();
            after.run();
        }
        now = end;
    }

    /** How many tasks wait. */
    public int waiting() {
        return tasks.size();
    }
}

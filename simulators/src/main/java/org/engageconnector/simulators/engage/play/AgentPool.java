package org.engageconnector.simulators.engage.play;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.random.RandomGenerator;

/**
 * Who, or which extension, is free for a call. Each is given out to one call at a time, and rests between two. Not thread-safe.
 */
final class AgentPool<T> {

    private record Resting<T>(T one, long until, long order) {}

    private final List<T> free = new ArrayList<>();
    private final PriorityQueue<Resting<T>> resting = new PriorityQueue<>(
            Comparator.<Resting<T>>comparingLong(Resting::until).thenComparingLong(Resting::order));
    private long order;

    /** Adds one, or takes one back: free from a time on, in milliseconds since 1970. */
    void add(T one, long freeFrom) {
        resting.add(new Resting<>(one, freeFrom, order++));
    }

    /** Takes some that are free now, at random; {@code null} when there are not enough. */
    List<T> take(int count, long now, RandomGenerator random) {
        while (!resting.isEmpty() && resting.peek().until() <= now) {
            free.add(resting.remove().one());
        }
        if (free.size() < count) {
            return null;
        }
        List<T> taken = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int pick = random.nextInt(free.size());
            T last = free.remove(free.size() - 1);
            taken.add(pick < free.size() ? free.set(pick, last) : last);
        }
        return taken;
    }
}

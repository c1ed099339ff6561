package org.engageconnector.benchmarks.delivery;

import java.util.ArrayList;
import java.util.List;

/** Every request that reached a server, in order. Thread-safe. */
final class Arrivals {

    private static final long MINUTE = 60_000_000_000L;

    private record Arrival(long at, boolean admitted, int events) {}

    private final List<Arrival> all = new ArrayList<>();

    synchronized void add(long nanoTime, boolean admitted, int events) {
        all.add(new Arrival(nanoTime, admitted, events));
    }

    synchronized boolean isEmpty() {
        return all.isEmpty();
    }

    /** Events of admitted requests so far. */
    synchronized long events() {
        return all.stream().filter(Arrival::admitted).mapToLong(Arrival::events).sum();
    }

    /** Admitted requests in the given time from the first arrival on. */
    synchronized long admitted(long seconds) {
        return within(seconds).stream().filter(Arrival::admitted).count();
    }

    /** The same of refused ones. */
    synchronized long refused(long seconds) {
        return within(seconds).stream().filter(arrival -> !arrival.admitted()).count();
    }

    /** Events of the admitted requests. */
    synchronized long events(long seconds) {
        return within(seconds).stream()
                .filter(Arrival::admitted)
                .mapToLong(Arrival::events)
                .sum();
    }

    /** Most requests, admitted or not, in any minute that begins at an arrival. */
    synchronized int mostInAMinute(long seconds) {
        List<Arrival> arrivals = within(seconds);
        int most = 0;
        int first = 0;
        for (int last = 0; last < arrivals.size(); last++) {
            while (arrivals.get(last).at() - arrivals.get(first).at() >= MINUTE) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }

    private List<Arrival> within(long seconds) {
        if (all.isEmpty()) {
            return List.of();
        }
        long end = all.get(0).at() + seconds * 1_000_000_000L;
        return all.stream().filter(arrival -> arrival.at() - end < 0).toList();
    }
}

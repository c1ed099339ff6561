package org.engageconnector.app.probe;

import java.util.Map;
import java.util.TreeMap;

/** Counts by name, at most so many names. Thread-safe. */
final class Tally {

    private static final int MOST_NAMES = 10_000;

    private final Map<String, Long> counts = new TreeMap<>();

    synchronized void add(String name) {
        add(name, 1);
    }

    synchronized void add(String name, long by) {
        if (counts.size() < MOST_NAMES || counts.containsKey(name)) {
            counts.merge(name, by, Long::sum);
        }
    }

    synchronized void highest(String name, long value) {
        if (counts.size() < MOST_NAMES || counts.containsKey(name)) {
            counts.merge(name, value, Math::max);
        }
    }

    synchronized long of(String name) {
        return counts.getOrDefault(name, 0L);
    }

    /** The names that begin so, without that beginning, and their counts. */
    synchronized Map<String, Long> below(String beginning) {
        Map<String, Long> found = new TreeMap<>();
        counts.forEach((name, count) -> {
            if (name.startsWith(beginning)) {
                found.put(name.substring(beginning.length()), count);
            }
        });
        return found;
    }

    /** The sum of {@link #below}. */
    long sum(String beginning) {
        return below(beginning).values().stream().mapToLong(Long::longValue).sum();
    }
}

package org.engageconnector.serverlogs.text;

import java.util.HashSet;
import java.util.Set;

/** Remembers the last few thousand keys, for events that a log prints once for each client. One thread at a time. */
final class RecentKeys {

    private static final int KEPT = 4096;

    private final long[] ring = new long[KEPT];
    private final Set<Long> keys = new HashSet<>();
    private int next;
    private boolean full;

    /** Whether a key is new; remembers it. */
    boolean add(long key) {
        if (!keys.add(key)) {
            return false;
        }
        if (full) {
            keys.remove(ring[next]);
        }
        ring[next] = key;
        next = next + 1 == KEPT ? 0 : next + 1;
        full |= next == 0;
        return true;
    }

    boolean has(long key) {
        return keys.contains(key);
    }

    void clear() {
        keys.clear();
        next = 0;
        full = false;
    }
}

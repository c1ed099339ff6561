package org.engageconnector.app.tenant;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** The last things that happened to each of many keys, bounded per key, in all, and by age. Thread-safe. */
public final class BoundedHistory<T> {

    private record Item<T>(String key, long at, T what) {}

    private final int perKey;
    private final int inAll;
    private final long millis;
    private final LongSupplier clock;
    private final Map<String, Deque<Item<T>>> byKey = new HashMap<>();
    private final Deque<Item<T>> byAge = new ArrayDeque<>();
    private int size;

    /** @param millis how long an item is kept; 0: nothing is kept at all */
    public BoundedHistory(int perKey, int inAll, long millis, LongSupplier clock) {
        this.perKey = perKey;
        this.inAll = inAll;
        this.millis = millis;
        this.clock = clock;
    }

    public synchronized void add(String key, T what) {
        if (millis == 0) {
            return;
        }
        long now = clock.getAsLong();
        Item<T> item = new Item<>(key, now, what);
        Deque<Item<T>> items = byKey.computeIfAbsent(key, unused -> new ArrayDeque<>());
        items.add(item);
        byAge.add(item);
        size++;
        if (items.size() > perKey) {
            items.poll();
            size--;
        }
        // what fell out of its key's bound is still in the line by age, which therefore has a bound of its own
        while (!byAge.isEmpty()
                && (size > inAll || byAge.size() > 2 * inAll || byAge.peek().at() < now - millis)) {
            forget(byAge.poll());
        }
    }

    /** What is remembered of a key, oldest first. */
    public synchronized List<T> of(String key) {
        long from = clock.getAsLong() - millis;
        List<T> found = new ArrayList<>();
        for (Item<T> item : byKey.getOrDefault(key, new ArrayDeque<>())) {
            if (item.at() >= from) {
                found.add(item.what());
            }
        }
        return found;
    }

    public synchronized int size() {
        return size;
    }

    private void forget(Item<T> item) {
        Deque<Item<T>> items = byKey.get(item.key());
        if (items != null && items.peek() == item) {
            items.poll();
            size--;
            if (items.isEmpty()) {
                byKey.remove(item.key());
            }
        }
    }
}

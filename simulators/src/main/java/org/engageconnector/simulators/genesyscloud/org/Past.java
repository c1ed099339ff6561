package org.engageconnector.simulators.genesyscloud.org;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * What things were before their latest changes, for answers that lag. Times are milliseconds since 1970. Guarded by the
 * simulator's lock.
 */
final class Past<V> {

    private static final int CHANGES_PER_THING = 50;

    private record Change<V>(long at, V before) {}

    private final Map<String, Deque<Change<V>>> changes = new HashMap<>();

    /** @param before {@code null} when the thing was not there */
    void changed(String key, V before, long now) {
        Deque<Change<V>> past = changes.computeIfAbsent(key, any -> new ArrayDeque<>());
        past.addLast(new Change<>(now, before));
        if (past.size() > CHANGES_PER_THING) {
            past.removeFirst();
        }
    }

    /** The thing as it was so many milliseconds ago; {@code null} when it was not there. */
    V shown(String key, V current, long now, long lagMillis) {
        if (lagMillis > 0 && changes.containsKey(key)) {
            for (Change<V> change : changes.get(key)) {
                if (change.at() > now - lagMillis) {
                    return change.before();
                }
            }
        }
        return current;
    }
}

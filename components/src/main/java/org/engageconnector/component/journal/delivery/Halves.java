package org.engageconnector.component.journal.delivery;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A batch that made its request fail, sent in ever smaller parts, one after the other, until the bad event is alone. Its keys
 * stay busy until the last part is answered, so order holds.
 */
final class Halves {

    final Set<KeyQueue> keys = new LinkedHashSet<>();
    final Deque<List<Item>> parts = new ArrayDeque<>();
    boolean inFlight;

    /** Puts the two halves of a failed part where they are taken next, the older one first. */
    void split(List<Item> failed) {
        int middle = (failed.size() + 1) / 2;
        parts.addFirst(List.copyOf(failed.subList(middle, failed.size())));
        parts.addFirst(List.copyOf(failed.subList(0, middle)));
    }
}

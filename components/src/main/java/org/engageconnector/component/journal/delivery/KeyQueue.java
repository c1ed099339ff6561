package org.engageconnector.component.journal.delivery;

import java.util.TreeMap;

/** The undelivered entries of one key (a conversation, an agent), in their order, and whether they may be sent now. */
final class KeyQueue implements Comparable<KeyQueue> {

    final String key;
    final TreeMap<Position, Item> items = new TreeMap<>();

    /** Part of a request, or of a batch that is being sent in halves. */
    boolean busy;

    /** Nothing of this key is sent before this time, {@code System.nanoTime()}; only meaningful while {@link #parked}. */
    long parkedUntil;

    boolean parked;

    /** How often in a row an event of this key was refused for now. */
    int refusals;

    KeyQueue(String key) {
        this.key = key;
    }

    Item head() {
        return items.isEmpty() ? null : items.firstEntry().getValue();
    }

    /** By the oldest entry; only for queues that have one. */
    @Override
    public int compareTo(KeyQueue other) {
        return head().position.compareTo(other.head().position);
    }
}

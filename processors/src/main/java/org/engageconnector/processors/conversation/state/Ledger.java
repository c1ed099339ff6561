package org.engageconnector.processors.conversation.state;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was sent of a conversation. Reading evidence again never sends an event twice: its number on its subject is the same.
 */
public final class Ledger {

    private final Map<String, Sent> sent = new LinkedHashMap<>();
    private long lastAt = Long.MIN_VALUE;

    /** The event of that number, when it was sent. */
    public Sent find(String subject, EventType type, int n) {
        return sent.get(Sent.key(subject, type, n));
    }

    public boolean has(String subject, EventType type) {
        return sent.containsKey(Sent.key(subject, type, 1));
    }

    /** The time for an event: its own, or 1 ms after the one before (docs/call-rules.md#time-and-order). */
    public long timeFor(long at) {
        return Math.max(at, lastAt + 1);
    }

    public void add(Sent event) {
        sent.put(Sent.key(event.subject(), event.type(), event.n()), event);
        lastAt = Math.max(lastAt, event.at());
    }

    public Collection<Sent> all() {
        return sent.values();
    }

    public int size() {
        return sent.size();
    }
}

package org.engageconnector.processors.conversation.state;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** CallUUIDs of forgotten calls, for an hour each: late frames never bring a call back (docs/call-rules.md#lifetimes). */
public final class Tombstones {

    private static final long HOUR = 3_600_000L;

    private final Map<String, Long> since = new HashMap<>();
    private final Deque<String> order = new ArrayDeque<>();
    private final Map<String, Long> changes = new HashMap<>();

    public void add(String call, long at) {
        if (since.put(call, at) == null) {
            order.add(call);
        }
        changes.put(call, at);
    }

    public boolean has(String call) {
        return since.containsKey(call);
    }

    /** Drops what is older than an hour. */
    public void forget(long now) {
        while (!order.isEmpty() && since.get(order.peek()) <= now - HOUR) {
            String call = order.poll();
            since.remove(call);
            changes.put(call, -1L);
        }
    }

    /** What changed since the last call: CallUUID to time, -1 for dropped. */
    public Map<String, Long> takeChanges() {
        Map<String, Long> taken = Map.copyOf(changes);
        changes.clear();
        return taken;
    }
}

package org.engageconnector.processors.agentstate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.engageconnector.message.StatEvent;
import org.engageconnector.message.StatEvent.Kind;

/**
 * What Stat Server said lately of each agent: the last 45 s, and before that the last of each kind. A standby remembers
 * it, and replays it when it becomes the owner, so that the gap of a takeover loses nothing. Not thread-safe.
 */
final class RecentEvents {

    /** A connection that leads nowhere is noticed after up to 30 s by the Platform SDK's sign of life; the takeover comes after that. */
    private static final long KEPT_MILLIS = 45_000;

    /** A bound against a server that repeats itself without end; an agent changes state a few times a minute. */
    private static final int KEPT_AT_MOST = 64;

    private static final Set<Kind> VALIDITY = Set.of(Kind.INVALID, Kind.VALID);

    private final Map<String, Deque<StatEvent>> byAgent = new HashMap<>();

    void add(StatEvent event) {
        Deque<StatEvent> events = byAgent.computeIfAbsent(event.employeeId(), id -> new ArrayDeque<>());
        events.addLast(event);
        List<StatEvent> old = new ArrayList<>();
        while (events.size() > KEPT_AT_MOST || events.peekFirst().arrivedAt() < event.arrivedAt() - KEPT_MILLIS) {
            old.add(events.pollFirst());
        }
        for (int i = old.size() - 1; i >= 0; i--) {
            StatEvent candidate = old.get(i);
            if (events.stream().noneMatch(kept -> takesThePlaceOf(kept.kind(), candidate.kind()))) {
                events.addFirst(candidate);
            }
        }
    }

    /** Validity is one thing with two values; of everything else the last of its kind says all. */
    private static boolean takesThePlaceOf(Kind later, Kind earlier) {
        return later == earlier || VALIDITY.contains(later) && VALIDITY.contains(earlier);
    }

    /** All that is remembered, per agent in the order of arrival. */
    List<StatEvent> all() {
        return byAgent.values().stream().flatMap(Deque::stream).toList();
    }
}

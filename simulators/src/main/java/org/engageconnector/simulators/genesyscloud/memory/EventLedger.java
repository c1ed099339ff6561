package org.engageconnector.simulators.genesyscloud.memory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Every event that was posted, in the order of arrival, accepted or not. The last {@code most} are kept whole; the counters know
 * all of them. Guarded by the simulator's lock.
 */
public final class EventLedger {

    private final int most;
    private final Deque<RecordedEvent> events = new ArrayDeque<>();
    private final Map<String, Map<String, Long>> acceptedByList = new TreeMap<>();
    private final Map<String, Map<String, Long>> repeatedByList = new TreeMap<>();
    private final Map<String, Map<String, Long>> refusedByKind = new TreeMap<>();
    private long sequence;

    public EventLedger(int most) {
        this.most = most;
    }

    /** The number of the next event. */
    public long next() {
        return ++sequence;
    }

    public void add(RecordedEvent event) {
        events.addLast(event);
        if (events.size() > most) {
            events.removeFirst();
        }
        switch (event.outcome()) {
            case ACCEPTED -> count(acceptedByList, event.path(), event.list());
            case REPEATED -> count(repeatedByList, event.path(), event.list());
            case REFUSED -> count(refusedByKind, event.path(), event.refusal());
        }
    }

    /** Remembered events that fit, oldest first. */
    public List<RecordedEvent> find(Predicate<RecordedEvent> fits, int limit) {
        return events.stream().filter(fits).limit(limit).toList();
    }

    /** The last remembered events that fit, oldest first. */
    public List<RecordedEvent> last(Predicate<RecordedEvent> fits, int limit) {
        Deque<RecordedEvent> found = new ArrayDeque<>();
        for (Iterator<RecordedEvent> all = events.descendingIterator(); all.hasNext() && found.size() < limit; ) {
            RecordedEvent event = all.next();
            if (fits.test(event)) {
                found.addFirst(event);
            }
        }
        return List.copyOf(found);
    }

    /** Accepted events by path, then batch list, since the start. */
    public Map<String, Map<String, Long>> acceptedByList() {
        return acceptedByList;
    }

    /** Repeats of accepted events by path, then batch list, since the start. */
    public Map<String, Map<String, Long>> repeatedByList() {
        return repeatedByList;
    }

    /** Refused events by path, then family of the reason, since the start. */
    public Map<String, Map<String, Long>> refusedByKind() {
        return refusedByKind;
    }

    private static void count(Map<String, Map<String, Long>> counters, String path, String name) {
        counters.computeIfAbsent(path, key -> new TreeMap<>()).merge(name, 1L, Long::sum);
    }
}

package org.engageconnector.benchmarks.site;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.engageconnector.component.journal.delivery.OutgoingJournal;
import org.engageconnector.component.redis.RedisConnection;
import org.engageconnector.component.redis.RedisUnavailableException;
import org.engageconnector.journal.JournalEntry;

/** Reads along in the outgoing journals, to learn when the evidence of each event had arrived. Changes nothing. */
final class JournalTap implements AutoCloseable {

    private static final int PAGE = 1_000;
    private static final long WAIT_MILLIS = 500;

    /**
     * One event as it stood in its journal; milliseconds since 1970.
     *
     * @param evidenceAt when the last evidence had arrived, or a wait was due
     * @param journaledAt when the event was appended
     */
    record Noted(long evidenceAt, long journaledAt) {}

    private final Map<String, Noted> events = new ConcurrentHashMap<>();
    private final List<Thread> threads;
    private volatile boolean closed;

    JournalTap(RedisConnection redis, List<String> journals) {
        threads = journals.stream()
                .map(journal -> new Thread(() -> read(redis, journal), "tap-" + journal))
                .toList();
        threads.forEach(Thread::start);
    }

    /** The event of that id; {@code null} when it was not seen. */
    Noted find(String eventId) {
        return events.get(eventId);
    }

    /** When events were appended, from a time on; in no order. */
    List<Long> appends(long since) {
        return events.values().stream()
                .map(Noted::journaledAt)
                .filter(time -> time >= since)
                .toList();
    }

    /** Ids of the events that were appended in a span of time; in no order. */
    List<String> ids(long from, long to) {
        return events.entrySet().stream()
                .filter(event -> event.getValue().journaledAt() >= from
                        && event.getValue().journaledAt() < to)
                .map(Map.Entry::getKey)
                .toList();
    }

    private void read(RedisConnection redis, String journal) {
        // it asks for no lease, since it confirms nothing
        try (OutgoingJournal stream = new OutgoingJournal(redis, journal, null)) {
            String after = "0-0";
            while (!closed) {
                try {
                    for (JournalEntry entry : stream.next(after, PAGE, WAIT_MILLIS)) {
                        after = entry.id();
                        Map<String, String> headers = entry.headers();
                        events.put(
                                headers.get("eventId"),
                                new Noted(Long.parseLong(headers.get("evidenceAt")), entry.appendedAt()));
                    }
                } catch (RedisUnavailableException e) {
                    // it is asked again
                }
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        for (Thread thread : threads) {
            thread.join(3_000);
        }
    }
}

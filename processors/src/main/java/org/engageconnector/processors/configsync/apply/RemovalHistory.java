package org.engageconnector.processors.configsync.apply;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.engageconnector.directory.SyncStore;
import org.engageconnector.processors.configsync.plan.Removals;

/** What was taken away in the last 24 h, kept by the minute. Thread-safe. */
public final class RemovalHistory {

    private static final String TABLE = "removed";
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();
    private static final long WINDOW = Duration.ofHours(24).toMinutes();

    private final SyncStore store;
    private final LongSupplier clock;
    private final Map<Long, Removals> minutes = new HashMap<>();

    public RemovalHistory(SyncStore store, LongSupplier clock) {
        this.store = store;
        this.clock = clock;
        store.read(TABLE).forEach((minute, text) -> minutes.put(Long.valueOf(minute), parse(text)));
    }

    public synchronized void add(Removals removals) {
        if (removals.equals(Removals.NONE)) {
            return;
        }
        long minute = clock.getAsLong() / MINUTE;
        Removals sum = minutes.getOrDefault(minute, Removals.NONE).plus(removals);
        List<String> old = new ArrayList<>();
        minutes.keySet().stream().filter(m -> m < minute - WINDOW).forEach(m -> old.add(String.valueOf(m)));
        store.write(TABLE, Map.of(String.valueOf(minute), text(sum)), old);
        old.forEach(m -> minutes.remove(Long.valueOf(m)));
        minutes.put(minute, sum);
    }

    public synchronized Removals lastDay() {
        long first = clock.getAsLong() / MINUTE - WINDOW;
        return minutes.entrySet().stream()
                .filter(entry -> entry.getKey() >= first)
                .map(Map.Entry::getValue)
                .reduce(Removals.NONE, Removals::plus);
    }

    /** An operator confirmed what was taken away: counting starts anew. */
    public synchronized void forgive() {
        store.clear(TABLE);
        minutes.clear();
    }

    private static String text(Removals removals) {
        return removals.users() + "," + removals.queues() + "," + removals.members() + "," + removals.skills();
    }

    private static Removals parse(String text) {
        String[] counts = text.split(",");
        return new Removals(
                Integer.parseInt(counts[0]),
                Integer.parseInt(counts[1]),
                Integer.parseInt(counts[2]),
                Integer.parseInt(counts[3]));
    }
}

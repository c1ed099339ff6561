package org.engageconnector.component.journal.intake;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Bounds what one server's event numbers may cost in Redis: a bitmap takes 8 KB, and a server that begins a new run or jumps by a
 * hundred thousand with every event would fill Redis with them. Events beyond the bounds are marked by their hash, of which a server
 * has 10,000 at most (docs/delivery.md#append-once). Not thread-safe.
 */
final class BitmapBudget {

    /** 16.7 million events in a quarter of an hour: ten times what any SIP Server sends. */
    static final int MOST_BITMAPS = 256;

    /** A server that restarts oftener than that in a quarter of an hour tells the same events seldom anyhow. */
    static final int MOST_RUNS = 8;

    private static final long KEPT_NANOS = 15L * 60 * 1_000_000_000L;

    private final LongSupplier nanoTime;
    private final LinkedHashMap<String, Long> bitmaps = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<String, Integer> runs = new HashMap<>();

    BitmapBudget(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** True when the number may have a bit, false when its event is to be marked by its hash. */
    boolean allows(String run, long number) {
        long now = nanoTime.getAsLong();
        String bitmap = run + '/' + (number >>> 16);
        if (bitmaps.containsKey(bitmap)) {
            bitmaps.put(bitmap, now);
            return true;
        }
        forget(now);
        boolean newRun = !runs.containsKey(run);
        if (bitmaps.size() >= MOST_BITMAPS || newRun && runs.size() >= MOST_RUNS) {
            return false;
        }
        bitmaps.put(bitmap, now);
        runs.merge(run, 1, Integer::sum);
        return true;
    }

    private void forget(long now) {
        var oldest = bitmaps.entrySet().iterator();
        while (oldest.hasNext()) {
            Map.Entry<String, Long> entry = oldest.next();
            if (now - entry.getValue() < KEPT_NANOS) {
                return;
            }
            String run = entry.getKey().substring(0, entry.getKey().lastIndexOf('/'));
            runs.computeIfPresent(run, (name, left) -> left == 1 ? null : left - 1);
            oldest.remove();
        }
    }
}

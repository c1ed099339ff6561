package org.engageconnector.serverlogs.merge;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.engageconnector.serverlogs.event.LoggedEvent;
import org.engageconnector.serverlogs.text.ContentKey;

/**
 * Finds by how much the clocks of the servers of a pair differ: from events that both tell of, and that each tells of only once. Looks at
 * the beginning of the logs only. Stateless.
 */
final class ClockDifferences {

    private static final int LOOKED_AT = 20_000;
    private static final int ENOUGH = 10;
    private static final long TOO_FAR = 600_000;
    private static final long NEGLIGIBLE = 500;

    private ClockDifferences() {}

    /** By how much each server is ahead of the first one, milliseconds; 0 where that is not known, or less than half a second. */
    static long[] of(List<EventSpool> spools) throws IOException {
        long[] ahead = new long[spools.size()];
        Map<Long, Long> first = onlyOnce(spools.get(0));
        for (int i = 1; i < ahead.length; i++) {
            List<Long> differences = new ArrayList<>();
            onlyOnce(spools.get(i)).forEach((key, at) -> {
                Long other = first.get(key);
                if (other != null && Math.abs(at - other) < TOO_FAR) {
                    differences.add(at - other);
                }
            });
            differences.sort(null);
            long median = differences.size() < ENOUGH ? 0 : differences.get(differences.size() / 2);
            ahead[i] = Math.abs(median) < NEGLIGIBLE ? 0 : median;
        }
        return ahead;
    }

    private static Map<Long, Long> onlyOnce(EventSpool spool) throws IOException {
        Map<Long, Long> times = new HashMap<>();
        try (EventSpool.Reader reader = spool.read()) {
            LoggedEvent event = reader.next();
            for (int n = 0; event != null && n < LOOKED_AT; n++) {
                times.merge(ContentKey.of(event.message(), false), event.at(), (a, b) -> Long.MIN_VALUE);
                event = reader.next();
            }
        }
        times.values().removeIf(at -> at == Long.MIN_VALUE);
        return times;
    }
}

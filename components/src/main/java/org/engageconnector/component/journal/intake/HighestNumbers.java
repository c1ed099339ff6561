package org.engageconnector.component.journal.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The highest event number per server run, as last heard from Redis; a guess that the script checks. Not thread-safe. */
final class HighestNumbers {

    private static final int MOST_RUNS = 64;

    private final Map<String, Long> numbers = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST_RUNS;
        }
    };

    /** -1 when nothing is known. */
    long of(String run) {
        return numbers.getOrDefault(run, -1L);
    }

    void set(String run, String number) {
        if (number.isEmpty()) {
            numbers.remove(run);
        } else {
            numbers.put(run, Long.parseLong(number));
        }
    }

    void accept(List<ServerRun> runs) {
        for (ServerRun run : runs) {
            if (run.highest() >= 0) {
                numbers.put(run.name(), run.highest());
            }
        }
    }
}

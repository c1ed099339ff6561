package org.engageconnector.component.journal.delivery;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The records that let a new owner take over safely: which entries are in a request and until when that request may still
 * reach Genesys Cloud, and when the requests of the last minute were over at the latest. Milliseconds of Redis' clock.
 */
final class InFlight {

    /** The field that holds the recent requests; all others are requests in flight. */
    static final String RECENT = "recent";

    private static final long MINUTE = 60_000;

    private final Deque<Long> recent = new ArrayDeque<>();

    /** What is stored of one request. */
    record Record(long deadline, List<String> ids) {

        static Record parse(String text) {
            int bar = text.indexOf('|');
            return new Record(
                    Long.parseLong(text.substring(0, bar)),
                    Arrays.asList(text.substring(bar + 1).split(",")));
        }

        String text() {
            return deadline + "|" + String.join(",", ids);
        }
    }

    /** Notes a request that will be over by {@code deadline}, and writes all of the last minute. */
    synchronized String sent(long now, long deadline) {
        recent.addLast(deadline);
        while (!recent.isEmpty() && recent.peekFirst() < now - MINUTE) {
            recent.pollFirst();
        }
        return recent.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** Takes over what an earlier owner noted; returns how long ago each was over at the latest, in nanoseconds. */
    synchronized List<Long> takeOver(String text, long now) {
        List<Long> ago = new ArrayList<>();
        recent.clear();
        if (text != null && !text.isEmpty()) {
            for (String each : text.split(",")) {
                if (!each.matches("\\d{1,18}")) {
                    continue;
                }
                long over = Long.parseLong(each);
                recent.addLast(over);
                if (over > now - MINUTE) {
                    ago.add(Math.max(0, now - over) * 1_000_000);
                }
            }
        }
        return ago;
    }
}

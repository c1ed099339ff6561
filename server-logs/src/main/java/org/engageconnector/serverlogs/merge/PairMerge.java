package org.engageconnector.serverlogs.merge;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.engageconnector.serverlogs.event.LoggedEvent;
import org.engageconnector.serverlogs.text.ContentKey;

/**
 * Puts what the servers of a pair said into one order of time, and passes over what the other server has said already: the same
 * event within two seconds, each time once. The order of one server's log is kept. One thread at a time.
 */
public final class PairMerge {

    private static final long SAME_MOMENT = 2_000;
    private static final int PRUNE_AT = 50_000;

    private final List<Source> sources = new ArrayList<>();
    private final Map<Long, List<Said>> said = new HashMap<>();
    private long copies;
    private int pruneAt = PRUNE_AT;

    private static final class Source {
        private final EventSpool.Reader reader;
        private LoggedEvent next;
        private final long ahead;
        private long reached = Long.MIN_VALUE;

        /** @param ahead by how much this server's clock is ahead of the first one's, milliseconds */
        Source(EventSpool.Reader reader, long ahead) throws IOException {
            this.reader = reader;
            this.ahead = ahead;
            advance();
        }

        void advance() throws IOException {
            next = reader.next();
            if (next != null) {
                reached = Math.max(reached, next.at() - ahead);
            }
        }
    }

    /** An event that was handed on: when, and which servers have told of it. */
    private record Said(long at, long servers) {}

    /** Hands all events on. */
    public void merge(List<EventSpool> spools, Consumer<LoggedEvent> sink) throws IOException {
        try {
            long[] ahead = spools.size() < 2 ? new long[spools.size()] : ClockDifferences.of(spools);
            for (int i = 0; i < ahead.length; i++) {
                sources.add(new Source(spools.get(i).read(), ahead[i]));
            }
            for (int from = first(); from >= 0; from = first()) {
                Source source = sources.get(from);
                LoggedEvent event = source.next;
                if (sources.size() == 1 || isNew(event, event.at() - source.ahead, 1L << (from & 63))) {
                    sink.accept(event);
                } else {
                    copies++;
                }
                source.advance();
            }
        } finally {
            for (Source source : sources) {
                source.reader.close();
            }
        }
    }

    /** How many events were copies of what the other server had said. */
    public long copies() {
        return copies;
    }

    private int first() {
        int first = -1;
        for (int i = 0; i < sources.size(); i++) {
            Source source = sources.get(i);
            if (source.next != null && (first < 0 || source.reached < sources.get(first).reached)) {
                first = i;
            }
        }
        return first;
    }

    private boolean isNew(LoggedEvent event, long at, long server) {
        if (said.size() > pruneAt) {
            long oldest = at - 2 * SAME_MOMENT;
            said.values().forEach(times -> times.removeIf(each -> each.at < oldest));
            said.values().removeIf(List::isEmpty);
            pruneAt = Math.max(PRUNE_AT, 2 * said.size());
        }
        List<Said> times = said.computeIfAbsent(ContentKey.of(event.message(), false), key -> new ArrayList<>(2));
        times.removeIf(each -> each.at < at - 2 * SAME_MOMENT);
        for (int i = 0; i < times.size(); i++) {
            Said each = times.get(i);
            if ((each.servers & server) == 0 && Math.abs(each.at - at) <= SAME_MOMENT) {
                times.set(i, new Said(each.at, each.servers | server));
                return false;
            }
        }
        times.add(new Said(at, server));
        return true;
    }
}

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
        private long reached = Long.MIN_VALUE;

        Source(EventSpool.Reader reader) throws IOException {
            this.reader = reader;
            advance();
        }

        void advance() throws IOException {
            next = reader.next();
            if (next != null) {
                reached = Math.max(reached, next.at());
            }
        }
    }

    /** An event that was handed on: when, and which servers have told of it. */
    private record Said(long at, long servers) {}

    /** Hands all events on. */
    public void merge(List<EventSpool> spools, Consumer<LoggedEvent> sink) throws IOException {
        try {
            for (EventSpool spool : spools) {
                sources.add(new Source(spool.read()));
            }
            for (int from = first(); from >= 0; from = first()) {
                Source source = sources.get(from);
                LoggedEvent event = source.next;
                if (sources.size() == 1 || isNew(event, 1L << (from & 63))) {
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

    private boolean isNew(LoggedEvent event, long server) {
        if (said.size() > pruneAt) {
            long oldest = event.at() - 2 * SAME_MOMENT;
            said.values().forEach(times -> times.removeIf(each -> each.at < oldest));
            said.values().removeIf(List::isEmpty);
            pruneAt = Math.max(PRUNE_AT, 2 * said.size());
        }
        List<Said> times = said.computeIfAbsent(ContentKey.of(event.message(), false), key -> new ArrayList<>(2));
        times.removeIf(each -> each.at < event.at() - 2 * SAME_MOMENT);
        for (int i = 0; i < times.size(); i++) {
            Said each = times.get(i);
            if ((each.servers & server) == 0 && Math.abs(each.at - event.at()) <= SAME_MOMENT) {
                times.set(i, new Said(each.at, each.servers | server));
                return false;
            }
        }
        times.add(new Said(event.at(), server));
        return true;
    }
}

package org.engageconnector.serverlogs;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import org.engageconnector.serverlogs.event.LoggedEvent;
import org.engageconnector.serverlogs.event.Oddities;
import org.engageconnector.serverlogs.files.LogSegment;
import org.engageconnector.serverlogs.files.LogSeries;
import org.engageconnector.serverlogs.merge.EventSpool;
import org.engageconnector.serverlogs.merge.PairMerge;
import org.engageconnector.serverlogs.text.SeriesReader;

/**
 * The logs of one pair of servers: found, read once, and then told in one order. One thread at a time; {@link #bytesRead} from any.
 *
 * <pre>
 * try (ServerLogs logs = ServerLogs.find(paths, problem)) {
 *     logs.read(charset, event -&gt; isWanted(event) ? event : null, bytes -&gt; {});   // learns who is who
 *     logs.tell(event -&gt; play(event));
 * }
 * </pre>
 */
public final class ServerLogs implements AutoCloseable {

    /** Something that is left out, or odd. */
    public interface Problem {
        /** @param file its name @param why in words */
        void of(String file, String why);
    }

    private final List<LogSeries> series;
    private final List<String> files = new ArrayList<>();
    private final List<EventSpool> spools = new ArrayList<>();
    private final Oddities oddities = new Oddities();
    private final PairMerge merge = new PairMerge();
    private volatile long bytesRead;
    private long events;

    private ServerLogs(List<LogSeries> series) {
        this.series = series;
        int last = series.stream()
                .flatMap(each -> each.segments().stream())
                .mapToInt(LogSegment::number)
                .max()
                .orElse(-1);
        for (int i = 0; i <= last; i++) {
            files.add("");
        }
        series.forEach(each -> each.segments()
                .forEach(segment -> files.set(segment.number(), segment.file().name())));
    }

    /** Finds the logs behind paths: files, folders, archives. What is left out is a problem, and no reason to stop. */
    public static ServerLogs find(List<Path> paths, Problem problem) {
        return new ServerLogs(LogSeries.find(paths, problem::of));
    }

    /** The names of the files, by number. */
    public List<String> files() {
        return List.copyOf(files);
    }

    /** Who wrote them. */
    public List<String> servers() {
        return series.stream().map(LogSeries::server).toList();
    }

    /** Bytes on the disk; of packed files those of the packed form. */
    public long bytes() {
        return series.stream()
                .flatMap(each -> each.segments().stream())
                .mapToLong(segment -> segment.file().bytes())
                .sum();
    }

    /**
     * Reads everything.
     *
     * @param site code page of what is not UTF-8
     * @param wanted sees each event of each server and gives what of it is to be told; {@code null} for nothing
     * @param progress gets the number of bytes that were read from the disk, block by block
     */
    public void read(Charset site, UnaryOperator<LoggedEvent> wanted, LongConsumer progress) {
        for (LogSeries each : series) {
            EventSpool spool = new EventSpool();
            spools.add(spool);
            Consumer<LoggedEvent> sink = event -> {
                events++;
                LoggedEvent kept = wanted.apply(event);
                if (kept != null) {
                    keep(spool, kept);
                }
            };
            LongConsumer counting = bytes -> {
                bytesRead += bytes;
                progress.accept(bytes);
            };
            new SeriesReader(site, sink, oddities, counting).read(each);
        }
    }

    private void keep(EventSpool spool, LoggedEvent event) {
        try {
            spool.add(event);
        } catch (IllegalArgumentException e) {
            oddities.add("event too large", files.get(event.file()), event.line());
        }
    }

    /** Tells the events that were wanted, in one order of time, each once. */
    public void tell(Consumer<LoggedEvent> sink) throws IOException {
        merge.merge(spools, sink);
    }

    /** How many events were read, copies of one server for several clients not counted. */
    public long events() {
        return events;
    }

    /** How many events both servers of the pair had said. */
    public long copiesOfThePair() {
        return merge.copies();
    }

    /** Bytes of {@link #bytes()} so far. */
    public long bytesRead() {
        return bytesRead;
    }

    public Oddities oddities() {
        return oddities;
    }

    @Override
    public void close() throws IOException {
        for (EventSpool spool : spools) {
            spool.close();
        }
    }
}

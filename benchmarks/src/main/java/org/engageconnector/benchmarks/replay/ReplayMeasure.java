package org.engageconnector.benchmarks.replay;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.engageconnector.app.replay.play.CallStory;
import org.engageconnector.app.replay.play.LogPlayer;
import org.engageconnector.app.replay.play.PlayCounts;
import org.engageconnector.app.replay.play.ToldEvent;
import org.engageconnector.app.replay.play.WantedEvents;
import org.engageconnector.app.replay.site.LogSite;
import org.engageconnector.app.replay.site.ReplaySite;
import org.engageconnector.app.replay.site.SeenSite;
import org.engageconnector.benchmarks.measure.Figure;
import org.engageconnector.benchmarks.measure.Measure;
import org.engageconnector.serverlogs.ServerLogs;

/** P17: replay of a log, one thread, against a bare scan of the lines of the same files, in turn; memory for ten gigabytes. */
public final class ReplayMeasure implements Measure {

    private static final Path PLACE = Path.of("benchmarks/target/replay");
    private static final double MEGABYTE = 1 << 20;

    @Override
    public List<String> rows() {
        return List.of("P17");
    }

    @Override
    public List<Figure> run(Options options) throws Exception {
        Path logs = PLACE.resolve("logs");
        delete(PLACE);
        long bytes = BusyLog.write(logs, options.quick() ? 200L << 20 : 1L << 30);
        int rounds = options.quick() ? 3 : 7;
        List<Double> scans = new ArrayList<>();
        List<Double> replays = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        long told = 0;
        for (int round = 0; round <= rounds; round++) {
            double scan = seconds(() -> LineScan.lines(logs));
            Counting counting = new Counting();
            double replay = seconds(() -> replay(logs, counting));
            told = counting.told;
            // the first round warms up
            if (round > 0) {
                scans.add(bytes / MEGABYTE / scan);
                replays.add(bytes / MEGABYTE / replay);
                ratios.add(scan / replay);
            }
        }
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.plain("P17", "bare scan of the lines", median(scans), "MB/s"));
        figures.add(Figure.plain("P17", "replay: reader and call engine", median(replays), "MB/s"));
        figures.add(Figure.atLeast("P17", "replay against the scan", median(ratios), "ratio", 0.3));
        figures.add(Figure.atLeast("P17", "events told", told, "events", 1_000));
        if (!options.quick()) {
            delete(PLACE);
            bytes = BusyLog.write(logs, 10L << 30);
        }
        figures.add(Figure.atMost(
                "P17",
                "peak of resident memory for %.1f GB, heap of 384 MB".formatted(bytes / MEGABYTE / 1024),
                ReplayProcess.peak(logs, PLACE.resolve("report.txt")),
                "MiB",
                512));
        delete(PLACE);
        return figures;
    }

    private interface Work {
        void run() throws IOException;
    }

    private static double seconds(Work work) throws IOException {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1e9;
    }

    private static void replay(Path folder, Counting counting) throws IOException {
        SeenSite seen = new SeenSite();
        ReplaySite site = LogSite.of(seen, null, null);
        WantedEvents wanted = new WantedEvents(Long.MIN_VALUE, Long.MAX_VALUE, site.settings());
        try (ServerLogs logs = ServerLogs.find(List.of(folder), (file, why) -> {})) {
            logs.read(
                    Charset.forName("windows-1252"),
                    event -> {
                        seen.observe(event);
                        return wanted.of(event);
                    },
                    bytes -> {});
            new LogPlayer(site, new PlayCounts(), counting).play(logs);
        }
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    private static final class Counting implements LogPlayer.Listener {
        private long told;

        @Override
        public void told(ToldEvent event) {
            told++;
        }

        @Override
        public void over(CallStory story) {
            // only counted
        }
    }
}

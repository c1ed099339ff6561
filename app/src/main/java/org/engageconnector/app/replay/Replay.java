package org.engageconnector.app.replay;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.engageconnector.app.failure.CommandFailure;
import org.engageconnector.app.failure.ExitCode;
import org.engageconnector.app.replay.play.CallStory;
import org.engageconnector.app.replay.play.LogPlayer;
import org.engageconnector.app.replay.play.PlayCounts;
import org.engageconnector.app.replay.play.ToldEvent;
import org.engageconnector.app.replay.play.WantedEvents;
import org.engageconnector.app.replay.report.GoldenFiles;
import org.engageconnector.app.replay.report.HtmlReport;
import org.engageconnector.app.replay.report.JsonLines;
import org.engageconnector.app.replay.report.NotTold;
import org.engageconnector.app.replay.report.NumberMask;
import org.engageconnector.app.replay.report.ReplayReport;
import org.engageconnector.app.replay.report.Summary;
import org.engageconnector.app.replay.report.TextReport;
import org.engageconnector.app.replay.site.LiveSite;
import org.engageconnector.app.replay.site.LogSite;
import org.engageconnector.app.replay.site.ReplaySite;
import org.engageconnector.app.replay.site.SeenSite;
import org.engageconnector.app.settings.Home;
import org.engageconnector.serverlogs.ServerLogs;

/** One replay, from the files to the report. One thread. */
public final class Replay {

    private static final String SITE = "site.yaml";

    private final Home home;
    private final ReplayOptions options;
    private final PrintStream out;
    private final PrintStream err;
    private final PlayCounts counts = new PlayCounts();
    private final SeenSite seen = new SeenSite();
    private final List<String> leftOut = new ArrayList<>();
    private final Map<String, Long> notTold = new TreeMap<>();
    private long calls;
    private long toldCalls;
    private long shown;

    /**
     * A replay.
     *
     * @param out takes the report where no file was named
     * @param err takes progress and what is left out
     */
    public Replay(Home home, ReplayOptions options, PrintStream out, PrintStream err) {
        this.home = home;
        this.options = options;
        this.out = out;
        this.err = err;
    }

    /** Reads, plays, reports. */
    public ExitCode run() throws IOException {
        try (ServerLogs logs = ServerLogs.find(options.paths(), this::leaveOut)) {
            if (logs.files().isEmpty()) {
                throw new CommandFailure(
                        ExitCode.USAGE,
                        "there is no log to read",
                        "the command line: " + options.paths(),
                        "name files, folders or archives that hold logs of a T-Server or SIP Server");
            }
            if (logs.servers().size() > 2) {
                err.println("engage-connector: logs of " + logs.servers().size() + " servers are taken as one switch: "
                        + String.join(
                                ", ",
                                logs.servers()
                                        .subList(0, Math.min(10, logs.servers().size()))));
            }
            ReplaySite site = options.live()
                    ? LiveSite.read(home, options.server())
                    : LogSite.of(seen, siteFile(), options.server());
            WantedEvents wanted = new WantedEvents(options.from(), options.to(), site.settings());
            try (ReplayProgress progress = new ReplayProgress(err, logs.bytes())) {
                logs.read(
                        options.charset(),
                        event -> {
                            seen.observe(event);
                            return wanted.of(event);
                        },
                        progress::read);
            }
            if (logs.events() == 0) {
                throw new CommandFailure(
                        ExitCode.FAILED,
                        "the files hold no event of a T-Server or SIP Server",
                        String.join(
                                ", ",
                                logs.files().subList(0, Math.min(5, logs.files().size()))),
                        "docs/replay.md says which log options must be on");
            }
            write(logs, site);
        }
        return ExitCode.DONE;
    }

    /** The site file that was named, else one that lies beside the logs; {@code null} when there is none. */
    private Path siteFile() {
        if (options.site() != null) {
            return options.site();
        }
        List<Path> beside = options.paths().stream()
                .map(path -> path.resolve(SITE))
                .filter(Files::isRegularFile)
                .toList();
        if (beside.isEmpty()) {
            return null;
        }
        err.println("engage-connector: who is who is taken from " + beside.get(0));
        return beside.get(0);
    }

    private void leaveOut(String file, String why) {
        leftOut.add(file + ": " + why);
        err.println("engage-connector: left out " + file + ": " + why);
    }

    private void write(ServerLogs logs, ReplaySite site) throws IOException {
        boolean own = options.out() != null && options.form() != ReplayOptions.Form.GOLDEN;
        if (!own) {
            // UTF-8 whatever the terminal's own code page is: programs read it
            play(logs, site, new PrintStream(out, false, StandardCharsets.UTF_8));
            return;
        }
        try (OutputStream file = Files.newOutputStream(options.out());
                PrintStream print = new PrintStream(
                        new java.io.BufferedOutputStream(file, 1 << 16), false, StandardCharsets.UTF_8)) {
            play(logs, site, print);
            if (print.checkError()) {
                throw new IOException("the report cannot be written to " + options.out());
            }
        } catch (java.nio.file.FileSystemException e) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "the report cannot be written: " + e.getClass().getSimpleName(),
                    "--out " + options.out(),
                    "name a file in a folder that is there and may be written to");
        }
    }

    private void play(ServerLogs logs, ReplaySite site, PrintStream print) throws IOException {
        NumberMask mask = new NumberMask(site.directory(), options.personalData());
        ReplayReport report = report(logs, site, mask, print);
        try {
            new LogPlayer(site, counts, listener(report)).play(logs);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        if (options.call() != null && shown == 0) {
            err.println("engage-connector: no call of the log has the CallUUID, ConnID, number or login code "
                    + options.call());
        }
        report.end(new Summary(
                logs.servers(),
                logs.files().size(),
                site.from(),
                calls,
                toldCalls,
                notTold,
                logs.events(),
                logs.copiesOfThePair(),
                counts,
                seen,
                logs.oddities(),
                leftOut,
                site.settings().dispositionKey()));
    }

    private ReplayReport report(ServerLogs logs, ReplaySite site, NumberMask mask, PrintStream print) {
        String key = site.settings().dispositionKey();
        return switch (options.form()) {
            case TEXT -> new TextReport(print, mask, key);
            case JSON -> new JsonLines(print, mask, logs.files(), options.call() != null);
            case HTML -> new HtmlReport(print, mask, key);
            case GOLDEN -> new GoldenFiles(print, err, options.out(), site);
        };
    }

    private LogPlayer.Listener listener(ReplayReport report) {
        return new LogPlayer.Listener() {
            @Override
            public void told(ToldEvent event) {
                try {
                    report.told(event);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public void over(CallStory story) {
                calls++;
                if (story.told().isEmpty()) {
                    notTold.merge(NotTold.why(story), 1L, Long::sum);
                } else {
                    toldCalls++;
                }
                try {
                    if (options.call() == null || story.is(options.call())) {
                        shown++;
                        report.over(story);
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }
}

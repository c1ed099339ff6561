package org.engageconnector.app.cli;

import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.engageconnector.app.failure.ExitCode;
import org.engageconnector.app.replay.Replay;
import org.engageconnector.app.replay.ReplayOptions;
import org.engageconnector.app.settings.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code replay}: server logs through the call engine. */
@Command(
        name = "replay",
        description =
                "Shows what Genesys Cloud would be told of the calls in T-Server and SIP Server logs; sends nothing.")
final class ReplayCommand implements ProgramCommand {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--switch",
            paramLabel = "NAME",
            description = "The switch's name in the Config DB; part of every id.")
    private String server;

    @Option(names = "--site", paramLabel = "FILE", description = "Who is who, as YAML; see docs/replay.md.")
    private Path site;

    @Option(
            names = "--live",
            description = "Takes who is who from the ID map of the running connector, which only reads Redis.")
    private boolean live;

    @Option(
            names = "--from",
            paramLabel = "T",
            description = "Leaves earlier events out: 2026-03-02T09:00, in this machine's zone, or with Z behind it.")
    private String from;

    @Option(names = "--to", paramLabel = "T", description = "Leaves later events out.")
    private String to;

    @Option(
            names = "--call",
            paramLabel = "ID",
            description = "Shows only calls with this CallUUID, ConnID, DN, number or login code.")
    private String call;

    @Option(
            names = "--format",
            paramLabel = "FORM",
            description = "text, json, html or golden; default ${DEFAULT-VALUE}.")
    private String format = "text";

    @Option(
            names = "--out",
            paramLabel = "PATH",
            description = "Writes there in place of standard output; for golden files a folder.")
    private Path out;

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            description = "Code page of texts that are not UTF-8; default ${DEFAULT-VALUE}.")
    private String encoding = "windows-1252";

    @Option(
            names = "--personal-data",
            description = "Shows numbers of outside parties and attached data, which are hidden otherwise.")
    private boolean personalData;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Logs, .gz or .zip too, or folders with them.")
    private List<Path> paths;

    private final Home home;
    private final PrintStream standardOut;
    private final PrintStream err;

    ReplayCommand(Home home, PrintStream out, PrintStream err) {
        this.home = home;
        this.standardOut = out;
        this.err = err;
    }

    @Override
    public ExitCode call() throws Exception {
        ReplayOptions options = new ReplayOptions(
                paths,
                server,
                site,
                live,
                time("--from", from, Long.MIN_VALUE),
                time("--to", to, Long.MAX_VALUE),
                call,
                form(),
                out,
                charset(),
                personalData);
        if (live && site != null) {
            throw wrong("--live and --site exclude each other");
        }
        return new Replay(home, options, standardOut, err).run();
    }

    private ReplayOptions.Form form() {
        for (ReplayOptions.Form form : ReplayOptions.Form.values()) {
            if (form.word().equals(format)) {
                return form;
            }
        }
        throw wrong("--format knows text, json, html and golden, not `" + format + "`");
    }

    private Charset charset() {
        try {
            return Charset.forName(encoding);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw wrong("--encoding `" + encoding + "` is no code page that Java knows; an example is windows-1252");
        }
    }

    private long time(String option, String text, long otherwise) {
        if (text == null) {
            return otherwise;
        }
        try {
            return text.endsWith("Z")
                    ? Instant.parse(text).toEpochMilli()
                    : LocalDateTime.parse(text.replace(' ', 'T'))
                            .atZone(ZoneId.systemDefault())
                            .toInstant()
                            .toEpochMilli();
        } catch (DateTimeException e) {
            throw wrong(option + " `" + text + "` is no time; an example is 2026-03-02T09:00:00");
        }
    }

    private ParameterException wrong(String what) {
        return new ParameterException(spec.commandLine(), what);
    }
}

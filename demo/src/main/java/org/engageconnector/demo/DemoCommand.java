package org.engageconnector.demo;

import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.engageconnector.app.cli.LogTarget;
import org.engageconnector.app.cli.ProgramCommand;
import org.engageconnector.app.failure.ExitCode;
import org.engageconnector.app.settings.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code demo}: plays a contact centre through all three roles. */
@Command(
        name = "demo",
        description =
                "Plays a contact centre: real PostgreSQL and Redis, simulated Engage and Genesys Cloud, all three roles.")
public final class DemoCommand implements ProgramCommand {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--agents",
            paramLabel = "N",
            description = "How many agents, 1 to 100000; default ${DEFAULT-VALUE}.")
    private int agents = 50;

    @Option(
            names = "--calls-per-second",
            paramLabel = "X",
            description = "How many calls begin a second, 0.01 to 1000; default ${DEFAULT-VALUE}.")
    private double callsPerSecond = 1;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            description = "For how long calls begin, 1 to 100000; default ${DEFAULT-VALUE}.")
    private int seconds = 60;

    @Option(
            names = "--port",
            paramLabel = "P",
            description = "Port of the simulated Genesys Cloud and its page; 0, the default, for any free one.")
    private int port;

    @Option(
            names = "--kill-conversation-provider",
            description = "Kills a running conversation provider half-way, while a second one stands by.")
    private boolean kill;

    @Option(names = "--json", description = "One JSON object on standard output in place of the table.")
    private boolean json;

    @Option(
            names = "--server-log",
            paramLabel = "FOLDER",
            description = "The SIP Servers write logs there, which `replay` reads.")
    private Path serverLog;

    @Option(
            names = "--transport",
            paramLabel = "WORD",
            description =
                    "How the simulated Engage servers are spoken to: tkv, the default, or platform-sdk, which needs the"
                            + " stand-in of the source tree (docs/platform-sdk.md).")
    private String transport = DemoTransport.TKV;

    @Option(
            names = "--encoding",
            paramLabel = "X",
            description = "In which encoding the simulated Engage servers write their text, such as windows-1252;"
                    + " default ${DEFAULT-VALUE}.")
    private Charset encoding = StandardCharsets.UTF_8;

    private final Home home;
    private final PrintStream out;
    private final PrintStream err;

    public DemoCommand(Home home, PrintStream out, PrintStream err) {
        this.home = home;
        this.out = out;
        this.err = err;
    }

    @Override
    public LogTarget log() {
        return LogTarget.FILE;
    }

    @Override
    public ExitCode call() throws Exception {
        range("--agents", agents, 1, 100_000);
        range("--calls-per-second", callsPerSecond, 0.01, 1_000);
        range("--seconds", seconds, 1, 100_000);
        range("--port", port, 0, 65_535);
        if (!DemoTransport.WORDS.contains(transport)) {
            throw new ParameterException(
                    spec.commandLine(), "--transport must be one of " + String.join(", ", DemoTransport.WORDS));
        }
        return new Demo(
                        home,
                        new DemoOptions(
                                agents, callsPerSecond, seconds, port, kill, json, transport, encoding, serverLog),
                        out,
                        err)
                .run();
    }

    private void range(String option, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new ParameterException(
                    spec.commandLine(), option + " must be from " + plain(least) + " to " + plain(most));
        }
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}

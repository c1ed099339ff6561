package org.engageconnector.demo.simulate;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.engageconnector.app.cli.LogTarget;
import org.engageconnector.app.cli.ProgramCommand;
import org.engageconnector.app.cli.UntilStopped;
import org.engageconnector.app.failure.CommandFailure;
import org.engageconnector.app.failure.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code simulate engage}: an Engage site that plays calls. */
@Command(name = "engage", description = "A Config DB, a Stat Server pair and SIP Server pairs that play calls.")
final class SimulateEngageCommand implements ProgramCommand {

    @Option(names = "--agents", paramLabel = "N", description = "How many agents; default ${DEFAULT-VALUE}.")
    private int agents = 50;

    @Option(
            names = "--switches",
            paramLabel = "N",
            description = "How many SIP Server pairs; default ${DEFAULT-VALUE}.")
    private int switches = 1;

    @Option(
            names = "--calls-per-second",
            paramLabel = "X",
            description = "How many calls begin a second; default ${DEFAULT-VALUE}.")
    private double callsPerSecond = 0.5;

    @Option(
            names = "--port",
            paramLabel = "P",
            description = "Port of the first server; the others follow it; default ${DEFAULT-VALUE}.")
    private int port = 17_000;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "The same seed plays the same calls; default ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "The servers demand the password in this file; without it, none.")
    private Path passwordFile;

    @Option(
            names = "--server-log",
            paramLabel = "FOLDER",
            description = "The SIP Servers write logs there, which `replay` reads.")
    private Path serverLog;

    @Option(
            names = "--encoding",
            paramLabel = "X",
            description =
                    "In which encoding the servers write their text, such as windows-1252; default ${DEFAULT-VALUE}.")
    private Charset encoding = StandardCharsets.UTF_8;

    private final PrintStream out;

    SimulateEngageCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public LogTarget log() {
        return LogTarget.STANDARD_OUTPUT;
    }

    @Override
    public ExitCode call() throws Exception {
        return UntilStopped.run(new SimulatedEngage(
                new SimulatedEngage.Options(
                        agents, switches, callsPerSecond, port, seed, password(), encoding, serverLog),
                out));
    }

    private String password() {
        if (passwordFile == null) {
            return "";
        }
        try {
            return Files.readString(passwordFile).strip();
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "the password file cannot be read: " + e.getMessage(),
                    "--password-file " + passwordFile,
                    "name a file that this user may read");
        }
    }
}

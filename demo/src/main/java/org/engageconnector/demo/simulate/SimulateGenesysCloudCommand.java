package org.engageconnector.demo.simulate;

import java.io.PrintStream;
import org.engageconnector.app.cli.LogTarget;
import org.engageconnector.app.cli.ProgramCommand;
import org.engageconnector.app.cli.UntilStopped;
import org.engageconnector.app.failure.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code simulate genesys-cloud}: a strict Genesys Cloud. */
@Command(name = "genesys-cloud", description = "A strict Genesys Cloud with a page that shows what it was told.")
final class SimulateGenesysCloudCommand implements ProgramCommand {

    @Option(names = "--port", paramLabel = "P", description = "Its port; default ${DEFAULT-VALUE}.")
    private int port = 18_080;

    @Option(
            names = "--requests-per-minute",
            paramLabel = "N",
            description = "The quota of a token; default ${DEFAULT-VALUE}.")
    private int requestsPerMinute = 300;

    private final PrintStream out;

    SimulateGenesysCloudCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public LogTarget log() {
        return LogTarget.STANDARD_OUTPUT;
    }

    @Override
    public ExitCode call() throws Exception {
        return UntilStopped.run(new SimulatedGenesysCloud(port, requestsPerMinute, out));
    }
}

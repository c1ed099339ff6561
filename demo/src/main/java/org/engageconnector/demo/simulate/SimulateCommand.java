package org.engageconnector.demo.simulate;

import java.io.PrintStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code simulate engage} and {@code simulate genesys-cloud}: the simulators alone, until stopped. */
@Command(
        name = "simulate",
        synopsisSubcommandLabel = "engage | genesys-cloud",
        description = "Runs a simulator alone until stopped, and prints the settings that lead the connector to it.")
public final class SimulateCommand {

    private SimulateCommand() {}

    /** The command with one below it for each simulator. */
    public static CommandLine withSimulators(PrintStream out) {
        return new CommandLine(new SimulateCommand())
                .addSubcommand(new SimulateEngageCommand(out))
                .addSubcommand(new SimulateGenesysCloudCommand(out));
    }
}

package org.engageconnector.app.cli;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.engageconnector.app.failure.CommandFailure;
import org.engageconnector.app.failure.ExitCode;
import org.engageconnector.app.settings.NearestName;
import org.engageconnector.app.simulate.SimulatedEngage;
import org.engageconnector.app.simulate.SimulatedGenesysCloud;

/** {@code simulate engage} and {@code simulate genesys-cloud}: the simulators alone, until stopped. */
final class SimulateCommand implements Command {

    private static final Map<String, Set<String>> OPTIONS = Map.of(
            "engage", Set.of("agents", "switches", "calls-per-second", "port", "seed", "password"),
            "genesys-cloud", Set.of("port", "requests-per-minute"));

    private final PrintStream out;

    SimulateCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public String name() {
        return "simulate";
    }

    @Override
    public String usage() {
        return "simulate engage [--agents N] [--switches N] [--calls-per-second X] [--port P] [--seed N] [--password TEXT]\n"
                + "  simulate genesys-cloud [--port P] [--requests-per-minute N]";
    }

    @Override
    public String summary() {
        return "Runs a simulator alone until stopped, and prints the settings that lead the connector to it.";
    }

    @Override
    public ExitCode run(List<String> arguments) throws Exception {
        if (arguments.isEmpty() || !OPTIONS.containsKey(arguments.get(0))) {
            throw wrong("simulate needs to know what: engage or genesys-cloud");
        }
        String what = arguments.get(0);
        Map<String, String> options = options(what, arguments.subList(1, arguments.size()));
        AutoCloseable simulator;
        try {
            simulator =
                    what.equals("engage") ? new SimulatedEngage(options, out) : new SimulatedGenesysCloud(options, out);
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage());
        }
        Runtime.getRuntime().addShutdownHook(new Stop(() -> close(simulator)));
        Thread.currentThread().join();
        return ExitCode.DONE;
    }

    private Map<String, String> options(String what, List<String> arguments) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < arguments.size(); i += 2) {
            String name = arguments.get(i).replaceFirst("^--", "");
            if (!OPTIONS.get(what).contains(name)) {
                throw wrong("there is no option `" + arguments.get(i) + "`; the nearest is --"
                        + NearestName.of(name, OPTIONS.get(what)));
            }
            if (i + 1 == arguments.size()) {
                throw wrong("--" + name + " needs a value");
            }
            options.put(name, arguments.get(i + 1));
        }
        return options;
    }

    private static void close(AutoCloseable simulator) {
        try {
            simulator.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private CommandFailure wrong(String what) {
        return new CommandFailure(ExitCode.USAGE, what, "the command line", "usage: " + usage());
    }
}

package org.engageconnector.app.demo;

import java.util.List;
import org.engageconnector.app.failure.CommandFailure;
import org.engageconnector.app.failure.ExitCode;

/**
 * What the demo is asked to do.
 *
 * @param seconds for how long calls begin; those that have begun are played to their end
 * @param port of the simulated Genesys Cloud and its page; 0 for any free one
 * @param kill whether a running conversation provider is killed half-way, while a second one stands by
 * @param json one JSON object on standard output in place of the table
 */
public record DemoOptions(int agents, double callsPerSecond, long seconds, int port, boolean kill, boolean json) {

    public static final String USAGE = "demo [--agents N] [--calls-per-second X] [--seconds S] [--port P]"
            + " [--kill-conversation-provider] [--json]";

    private static final DemoOptions DEFAULT = new DemoOptions(50, 1, 60, 0, false, false);

    /** Reads the command line; throws {@link CommandFailure} when it is wrong. */
    public static DemoOptions parse(List<String> arguments) {
        DemoOptions options = DEFAULT;
        for (int i = 0; i < arguments.size(); i++) {
            String name = arguments.get(i);
            switch (name) {
                case "--json" -> options = options.with(options.kill, true);
                case "--kill-conversation-provider" -> options = options.with(true, options.json);
                case "--agents", "--calls-per-second", "--seconds", "--port" -> {
                    if (i + 1 == arguments.size()) {
                        throw wrong(name + " needs a value");
                    }
                    options = options.with(name, arguments.get(++i));
                }
                default -> throw wrong("there is no option `" + name + "`");
            }
        }
        return options;
    }

    private DemoOptions with(boolean newKill, boolean newJson) {
        return new DemoOptions(agents, callsPerSecond, seconds, port, newKill, newJson);
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private DemoOptions with(String name, String text) {
        double value;
        try {
            value = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw wrong(name + " needs a number");
        }
        double least = name.equals("--port") ? 0 : name.equals("--calls-per-second") ? 0.01 : 1;
        double most = name.equals("--calls-per-second") ? 1_000 : name.equals("--port") ? 65_535 : 100_000;
        if (!(value >= least && value <= most) || !name.startsWith("--calls") && value != Math.rint(value)) {
            throw wrong(name + " must be from " + plain(least) + " to " + plain(most));
        }
        return new DemoOptions(
                name.equals("--agents") ? (int) value : agents,
                name.equals("--calls-per-second") ? value : callsPerSecond,
                name.equals("--seconds") ? (long) value : seconds,
                name.equals("--port") ? (int) value : port,
                kill,
                json);
    }

    private static CommandFailure wrong(String what) {
        return new CommandFailure(ExitCode.USAGE, what, "the command line", "usage: " + USAGE);
    }
}

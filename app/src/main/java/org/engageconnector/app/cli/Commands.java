package org.engageconnector.app.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.engageconnector.app.failure.CommandFailure;
import org.engageconnector.app.failure.ExitCode;
import org.engageconnector.app.settings.Home;
import org.engageconnector.app.settings.NearestName;

/** Finds the command that was meant, runs it, and says what went wrong. */
public final class Commands {

    private final List<Command> commands;

    private final PrintStream out;

    private final PrintStream err;

    public Commands(Home home, PrintStream out, PrintStream err) {
        this.commands = List.of(
                new RunCommand(home, err),
                new DemoCommand(home, out, err),
                new ValidateCommand(home, out, err),
                new StatusCommand(home, out),
                new DeadLettersCommand(home, out),
                new SimulateCommand(out));
        this.out = out;
        this.err = err;
    }

    /** Runs one command line; never throws. */
    public ExitCode run(List<String> line) {
        try {
            return find(line);
        } catch (CommandFailure failure) {
            failure.problems().forEach(problem -> err.println("engage-connector: " + problem.text()));
            return failure.exitCode();
        } catch (Exception e) {
            err.println("engage-connector: failed: " + e);
            return ExitCode.FAILED;
        }
    }

    private ExitCode find(List<String> line) throws Exception {
        if (line.isEmpty()) {
            help(err);
            return ExitCode.USAGE;
        }
        String name = line.get(0);
        if (List.of("help", "--help", "-h").contains(name)) {
            help(out);
            return ExitCode.DONE;
        }
        if (List.of("version", "--version").contains(name)) {
            out.println(version());
            return ExitCode.DONE;
        }
        for (Command command : commands) {
            if (command.name().equals(name)) {
                if (line.contains("--help") || line.contains("-h")) {
                    out.println("usage: engage-connector " + command.usage() + "\n\n" + command.summary());
                    return ExitCode.DONE;
                }
                return command.run(line.subList(1, line.size()));
            }
        }
        List<String> names = commands.stream().map(Command::name).toList();
        throw new CommandFailure(
                ExitCode.USAGE,
                "there is no command `" + name + "`",
                "the command line",
                "perhaps `" + NearestName.of(name, names) + "` is meant; `engage-connector help` lists the commands");
    }

    /** As the manifest has it: what runs from classes, as tests do, has none. */
    private static String version() {
        return "engage-connector %s, Camel %s, Java %s"
                .formatted(
                        Optional.ofNullable(Commands.class.getPackage().getImplementationVersion())
                                .orElse("(not packaged)"),
                        CamelContext.class.getPackage().getImplementationVersion(),
                        Runtime.version());
    }

    private void help(PrintStream stream) {
        stream.println("usage: engage-connector <command> [options]\n");
        stream.println(commands.stream()
                .map(command -> "  " + command.usage() + "\n      " + command.summary())
                .collect(Collectors.joining("\n")));
        stream.println("  help, version\n      This list; the versions of the program, Camel and Java.");
        stream.println(
                "\nSettings: docs/configuration.md. Exit codes: 0 done, 1 failed, 2 wrong usage or configuration,"
                        + "\n3 a dependency cannot be reached, 4 a dependency refused.");
    }
}

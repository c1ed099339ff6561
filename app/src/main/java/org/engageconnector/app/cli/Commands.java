package org.engageconnector.app.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.engageconnector.app.failure.CommandFailure;
import org.engageconnector.app.failure.ExitCode;
import org.engageconnector.app.failure.Problem;
import org.engageconnector.app.settings.Home;
import org.engageconnector.app.settings.NearestName;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Finds the command that was meant, runs it, and says what went wrong. */
public final class Commands {

    private final PrintStream out;
    private final PrintStream err;
    private final Consumer<LogTarget> logging;
    private final CommandLine line;

    /**
     * Takes the commands of this module and those of every {@link CommandProvider} on the class path.
     *
     * @param logging is told where log lines go, before the command runs
     */
    public Commands(Home home, PrintStream out, PrintStream err, Consumer<LogTarget> logging) {
        this.out = out;
        this.err = err;
        this.logging = logging;
        line = new CommandLine(new RootCommand());
        line.addSubcommand(new CommandLine.HelpCommand());
        line.addSubcommand(new CompletionCommand(out));
        all(home).forEach(line::addSubcommand);
        withHelp(line);
        line.setUsageHelpWidth(110);
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        line.setParameterExceptionHandler((exception, arguments) -> {
            explain(exception);
            return ExitCode.USAGE.number();
        });
        line.setExecutionExceptionHandler(
                (exception, command, parsed) -> explain(exception).number());
        line.setExecutionStrategy(this::execute);
    }

    private static void withHelp(CommandLine command) {
        if (command.getCommandSpec().findOption("--help") == null) {
            command.getCommandSpec()
                    .addOption(OptionSpec.builder("-h", "--help")
                            .usageHelp(true)
                            .description("Shows what this does.")
                            .build());
        }
        command.getSubcommands().values().forEach(Commands::withHelp);
    }

    private List<Object> all(Home home) {
        List<Object> commands = new ArrayList<>(List.of(
                new RunCommand(home, err),
                new ValidateCommand(home, out, err),
                new StatusCommand(home, out),
                new SyncCommand(home, out),
                new DeadLettersCommand(home, out),
                new ProbeCommand(home, out, err),
                new RedisCommand(home, out),
                new TakeOverCommand(home, out),
                new ReplayCommand(home, out, err),
                new UninstallCommand(home, out)));
        for (CommandProvider provider : ServiceLoader.load(CommandProvider.class)) {
            commands.addAll(provider.commands(home, out, err));
        }
        return commands;
    }

    /** Runs one command line; never throws. */
    public ExitCode run(List<String> arguments) {
        return ExitCode.of(line.execute(arguments.toArray(String[]::new)));
    }

    private int execute(ParseResult parsed) {
        Integer helped = CommandLine.executeHelpRequest(parsed);
        if (helped != null) {
            return helped;
        }
        ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        CommandLine command = last.commandSpec().commandLine();
        if (command == line) {
            command.usage(err);
            return ExitCode.USAGE.number();
        }
        if (!command.getSubcommands().isEmpty()) {
            throw new ParameterException(
                    command,
                    "needs to know what to do: "
                            + String.join(
                                    ", ", new TreeSet<>(command.getSubcommands().keySet())));
        }
        logging.accept(command.getCommand() instanceof ProgramCommand meant ? meant.log() : LogTarget.NOWHERE);
        new CommandLine.RunLast().execute(parsed);
        ExitCode code = command.getExecutionResult();
        return code.number();
    }

    private void explain(ParameterException exception) {
        CommandLine command = exception.getCommandLine();
        print(problem(command, exception));
    }

    private Problem problem(CommandLine command, ParameterException exception) {
        if (exception instanceof CommandLine.UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
            String name = unmatched.getUnmatched().get(0);
            List<String> names = List.copyOf(command.getSubcommands().keySet());
            if (!names.isEmpty()) {
                String of = command == line ? "" : command.getCommandName() + " ";
                return new Problem(
                        "there is no command `" + of + name + "`",
                        "the command line",
                        "perhaps `" + of + NearestName.of(name, names) + "` is meant; `engage-connector help"
                                + (of.isEmpty() ? "" : " " + of.trim()) + "` lists the commands");
            }
        }
        return new Problem(
                command.getCommandName() + ": " + exception.getMessage(),
                "the command line",
                "`engage-connector help "
                        + command.getCommandSpec().qualifiedName(" ").replaceFirst("^\\S+ ?", "")
                        + "` explains its options");
    }

    private ExitCode explain(Exception exception) {
        Throwable cause = exception instanceof CommandLine.ExecutionException ? exception.getCause() : exception;
        if (cause instanceof CommandFailure failure) {
            failure.problems().forEach(this::print);
            return failure.exitCode();
        }
        err.println("engage-connector: failed: " + cause);
        return ExitCode.FAILED;
    }

    private void print(Problem problem) {
        err.println("engage-connector: " + problem.text());
    }
}

package org.engageconnector.app.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.function.Predicate;
import org.engageconnector.app.deadletters.DeadLetterDesk;
import org.engageconnector.app.failure.CommandFailure;
import org.engageconnector.app.failure.ExitCode;
import org.engageconnector.app.redis.RedisFor;
import org.engageconnector.app.settings.Home;
import org.engageconnector.app.settings.RoleSettings;
import org.engageconnector.component.redis.RedisConnection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dead-letters}: the events that Genesys Cloud would not take. */
@Command(
        name = "dead-letters",
        synopsisSubcommandLabel = "list | show | replay | drop",
        description =
                "Lists events that Genesys Cloud refused and why, sends them again in their old order, or gives them up.")
final class DeadLettersCommand {

    private static final String ID = "\\d{1,19}-\\d{1,19}";

    private final Home home;
    private final PrintStream out;

    @Spec
    private CommandSpec spec;

    DeadLettersCommand(Home home, PrintStream out) {
        this.home = home;
        this.out = out;
    }

    @Command(name = "list", description = "Lists them, oldest first.")
    ExitCode list() {
        return with(desk -> {
            desk.list();
            return true;
        });
    }

    @Command(name = "show", description = "Shows one, with every attempt.")
    ExitCode show(@Parameters(paramLabel = "ID", description = "as `list` shows it") String id) {
        return with(List.of(id), desk -> desk.show(id));
    }

    @Command(name = "replay", description = "Sends them again, in their old order.")
    ExitCode replay(
            @Option(names = "--all", description = "Every one there is.") boolean all,
            @Parameters(paramLabel = "ID", arity = "0..*", description = "as `list` shows them") List<String> ids) {
        if (all == (ids != null)) {
            throw new ParameterException(
                    spec.subcommands().get("replay"), "replay takes ids, or --all in place of them");
        }
        return all ? with(desk -> desk.replayAll() >= 0) : with(ids, desk -> desk.replay(ids) > 0);
    }

    @Command(name = "drop", description = "Gives them up for good.")
    ExitCode drop(
            @Parameters(paramLabel = "ID", arity = "1..*", description = "as `list` shows them") List<String> ids) {
        return with(ids, desk -> desk.drop(ids) > 0);
    }

    private ExitCode with(List<String> ids, Predicate<DeadLetterDesk> action) {
        ids.stream().filter(id -> !id.matches(ID)).findFirst().ifPresent(id -> {
            throw new ParameterException(
                    spec.commandLine(), "`" + id + "` is no id of a dead letter; `dead-letters list` shows them");
        });
        ExitCode code = with(action);
        if (code != ExitCode.DONE) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "there is no dead letter " + String.join(", ", ids),
                    "the command line",
                    "`dead-letters list` shows the ids there are");
        }
        return code;
    }

    private ExitCode with(Predicate<DeadLetterDesk> action) {
        RoleSettings settings = home.settings().readForCommand();
        try (RedisConnection redis = RedisFor.command(settings)) {
            DeadLetterDesk desk = new DeadLetterDesk(redis, settings.flag("ex.log.personal-data"), out);
            return action.test(desk) ? ExitCode.DONE : ExitCode.FAILED;
        }
    }
}

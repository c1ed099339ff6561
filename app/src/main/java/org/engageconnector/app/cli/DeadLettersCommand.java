package org.engageconnector.app.cli;

import java.io.PrintStream;
import java.util.List;
import org.engageconnector.app.deadletters.DeadLetterDesk;
import org.engageconnector.app.failure.CommandFailure;
import org.engageconnector.app.failure.ExitCode;
import org.engageconnector.app.redis.RedisFor;
import org.engageconnector.app.settings.Home;
import org.engageconnector.app.settings.RoleSettings;
import org.engageconnector.component.redis.RedisConnection;

/** {@code dead-letters}: the events that Genesys Cloud would not take. */
final class DeadLettersCommand implements Command {

    private static final String ID = "\\d{1,19}-\\d{1,19}";

    private final Home home;

    private final PrintStream out;

    DeadLettersCommand(Home home, PrintStream out) {
        this.home = home;
        this.out = out;
    }

    @Override
    public String name() {
        return "dead-letters";
    }

    @Override
    public String usage() {
        return "dead-letters list | show ID | replay ID... | replay --all | drop ID...";
    }

    @Override
    public String summary() {
        return "Lists events that Genesys Cloud refused and why, sends them again in their old order, or gives them up.";
    }

    @Override
    public ExitCode run(List<String> arguments) {
        String action = arguments.isEmpty() ? "" : arguments.get(0);
        List<String> ids = arguments.isEmpty() ? List.of() : arguments.subList(1, arguments.size());
        boolean all = action.equals("replay") && ids.equals(List.of("--all"));
        boolean right =
                switch (action) {
                    case "list" -> ids.isEmpty();
                    case "show" -> ids.size() == 1 && ids.get(0).matches(ID);
                    case "replay", "drop" ->
                        all || !ids.isEmpty() && ids.stream().allMatch(id -> id.matches(ID));
                    default -> false;
                };
        if (!right) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "dead-letters does not understand this",
                    "the command line",
                    "usage: " + usage() + "; list shows the ids");
        }
        RoleSettings settings = home.settings().readForCommand();
        try (RedisConnection redis = RedisFor.command(settings)) {
            DeadLetterDesk desk = new DeadLetterDesk(redis, settings.flag("ex.log.personal-data"), out);
            return done(action, ids, all, desk) ? ExitCode.DONE : unknown(ids);
        }
    }

    private static boolean done(String action, List<String> ids, boolean all, DeadLetterDesk desk) {
        switch (action) {
            case "list" -> desk.list();
            case "show" -> {
                return desk.show(ids.get(0));
            }
            case "replay" -> {
                return all ? desk.replayAll() >= 0 : desk.replay(ids) > 0;
            }
            default -> {
                return desk.drop(ids) > 0;
            }
        }
        return true;
    }

    private static ExitCode unknown(List<String> ids) {
        throw new CommandFailure(
                ExitCode.FAILED,
                "there is no dead letter " + String.join(", ", ids),
                "the command line",
                "`dead-letters list` shows the ids there are");
    }
}

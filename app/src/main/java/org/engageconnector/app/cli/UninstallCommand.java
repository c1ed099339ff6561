package org.engageconnector.app.cli;

import java.io.PrintStream;
import java.util.Map;
import org.engageconnector.app.failure.CommandFailure;
import org.engageconnector.app.failure.ExitCode;
import org.engageconnector.app.redis.RedisFor;
import org.engageconnector.app.redis.Removal;
import org.engageconnector.app.settings.Home;
import org.engageconnector.app.settings.RoleSettings;
import org.engageconnector.app.status.Reports;
import org.engageconnector.component.redis.RedisConnection;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code uninstall}: takes everything of the tenant out of Redis, once no role works with it any more. */
@Command(
        name = "uninstall",
        description =
                "Removes every key of the tenant from Redis. Genesys Cloud stays as it is: docs/kubernetes.md says what"
                        + " is there and how it is removed.")
final class UninstallCommand implements ProgramCommand {

    /** One of the two, so that nothing goes by an oversight. */
    static final class Choice {

        @Option(names = "--dry-run", required = true, description = "Shows what would be removed.")
        private boolean dryRun;

        @Option(names = "--yes", required = true, description = "Removes it, for good.")
        private boolean yes;
    }

    @ArgGroup(multiplicity = "1")
    private Choice choice = new Choice();

    private final Home home;
    private final PrintStream out;

    UninstallCommand(Home home, PrintStream out) {
        this.home = home;
        this.out = out;
    }

    @Override
    public ExitCode call() {
        RoleSettings settings = home.settings().readForCommand();
        String tenant = settings.text("ex.tenant-id");
        try (RedisConnection redis = RedisFor.command(settings)) {
            if (choice.yes) {
                refuseWhileRolesWork(redis);
            }
            Removal removal = new Removal(redis, tenant);
            Map<String, Long> kinds = removal.kinds();
            removal.waiting()
                    .forEach((journal, entries) ->
                            out.println(entries + " entries wait in " + journal + " and are lost with it"));
            String done = choice.yes ? "removed: " : "would be removed: ";
            kinds.forEach((kind, keys) -> out.println(done + kind + ", " + keys + (keys == 1 ? " key" : " keys")));
            long all = kinds.values().stream().mapToLong(Long::longValue).sum();
            if (!choice.yes) {
                out.println(all + " keys of tenant " + tenant + "; `uninstall --yes` removes them");
                return ExitCode.DONE;
            }
            Map<String, Long> left = removal.remove();
            if (!left.isEmpty()) {
                throw new CommandFailure(
                        ExitCode.FAILED,
                        "keys of tenant " + tenant + " are written while they are removed: " + left,
                        "ex.redis.url, " + settings.value("ex.redis.url").origin(),
                        "find the instance that still runs, stop it, and run this again");
            }
            out.println(all + " keys of tenant " + tenant + " are gone");
            return ExitCode.DONE;
        }
    }

    private static void refuseWhileRolesWork(RedisConnection redis) {
        String running = Reports.working(redis);
        if (!running.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.REFUSED,
                    "roles are at work with this tenant: " + running,
                    "the command line",
                    "stop them first; one that was killed counts for 20 seconds more");
        }
    }
}

package org.engageconnector.app.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.engageconnector.app.failure.CommandFailure;
import org.engageconnector.app.failure.ExitCode;
import org.engageconnector.app.redis.Adoption;
import org.engageconnector.app.redis.RedisFor;
import org.engageconnector.app.settings.Home;
import org.engageconnector.app.settings.RoleSettings;
import org.engageconnector.app.status.Reports;
import org.engageconnector.component.redis.RedisConnection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code redis}: what an operator does with Redis by hand. */
@Command(
        name = "redis",
        synopsisSubcommandLabel = "adopt",
        description = "Takes over a Redis that was restored from a backup.")
final class RedisCommand {

    private final Home home;
    private final PrintStream out;

    RedisCommand(Home home, PrintStream out) {
        this.home = home;
        this.out = out;
    }

    @Command(
            name = "adopt",
            description =
                    "Lays aside, for a week, what a restored Redis still has to send and what calls it believes in; has"
                            + " config-sync compare everything; lets the roles go on. Shows only what it would do, without --yes.")
    ExitCode adopt(@Option(names = "--yes", description = "Does it.") boolean yes) {
        RoleSettings settings = home.settings().readForCommand();
        try (RedisConnection redis = RedisFor.command(settings)) {
            Optional<String> restored = redis.restored();
            out.println(restored.map(how -> "Redis was restored from a backup: " + how)
                    .orElse("no instance has noticed that Redis was restored"));
            String running = Reports.working(redis);
            if (restored.isEmpty() && !running.isEmpty()) {
                throw new CommandFailure(
                        ExitCode.REFUSED,
                        "roles are at work with this Redis, and none of them misses anything: " + running,
                        "the command line",
                        "stop them first when Redis was restored while no role was running");
            }
            Adoption adoption = new Adoption(redis);
            List<String> keys = adoption.keys();
            keys.forEach(key -> out.println((yes ? "laid aside: " : "would be laid aside: ") + key));
            if (!yes) {
                out.println(keys.size() + " keys; `redis adopt --yes` does it");
                return ExitCode.DONE;
            }
            out.println(adoption.lay(keys)
                    + " keys laid aside for a week; config-sync compares everything first. Restart conversation-provider and"
                    + " agent-state-sync: they wait for it");
            return ExitCode.DONE;
        }
    }
}

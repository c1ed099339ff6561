package org.engageconnector.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.engageconnector.app.failure.CommandFailure;
import org.engageconnector.app.failure.ExitCode;
import org.engageconnector.app.redis.RedisFor;
import org.engageconnector.app.settings.Home;
import org.engageconnector.app.settings.Role;
import org.engageconnector.app.settings.RoleSettings;
import org.engageconnector.app.status.Reports;
import org.engageconnector.app.tenant.Questions;
import org.engageconnector.component.redis.RedisConnection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sync}: asks the instance that holds the lease of config sync for a run, through Redis. */
@Command(name = "sync", description = "Asks config-sync for a run now, wherever it runs.")
final class SyncCommand implements ProgramCommand {

    @Option(
            names = "--full",
            description = "Compares the whole organisation, and writes the whole ID map in Redis again.")
    private boolean full;

    private final Home home;
    private final PrintStream out;

    SyncCommand(Home home, PrintStream out) {
        this.home = home;
        this.out = out;
    }

    @Override
    public ExitCode call() {
        RoleSettings settings = home.settings().readForCommand();
        try (RedisConnection redis = RedisFor.command(settings)) {
            Set<String> running = new Reports(redis).running(Role.CONFIG_SYNC.id());
            Map<String, JsonNode> said = new Questions(
                            redis, "command " + redis.instance(), (kind, words) -> Optional.empty())
                    .ask("sync", List.of("", Boolean.toString(full)), running);
            if (said.values().stream()
                    .noneMatch(answer -> answer.path("accepted").asBoolean())) {
                throw new CommandFailure(
                        ExitCode.UNREACHABLE,
                        running.isEmpty()
                                ? "no instance of config-sync reports to this Redis"
                                : "no instance of config-sync that holds the lease answered: " + running,
                        "the tenant " + settings.text("ex.tenant-id"),
                        "see `engage-connector status`");
            }
            out.println((full ? "a whole run" : "a run") + " begins; GET /api/v1/sync, or `status`, shows how it went");
            return ExitCode.DONE;
        }
    }
}

package org.engageconnector.app.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.engageconnector.app.failure.CommandFailure;
import org.engageconnector.app.failure.ExitCode;
import org.engageconnector.app.redis.RedisFor;
import org.engageconnector.app.settings.Home;
import org.engageconnector.app.settings.RoleSettings;
import org.engageconnector.component.directory.RedisSyncStore;
import org.engageconnector.component.redis.RedisConnection;
import org.engageconnector.directory.SyncStore;
import org.engageconnector.processors.configsync.apply.SyncState;
import org.engageconnector.processors.configsync.site.SiteGuard;
import org.engageconnector.processors.configsync.site.SiteMark;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code take-over}: this site keeps the organisation in step in place of one that was lost. */
@Command(
        name = "take-over",
        description =
                "Has this site keep the organisation in step in place of another site that was lost. Shows only which"
                        + " one, without --yes.")
final class TakeOverCommand implements ProgramCommand {

    @Option(names = "--yes", description = "Does it.")
    private boolean yes;

    private final Home home;
    private final PrintStream out;

    TakeOverCommand(Home home, PrintStream out) {
        this.home = home;
        this.out = out;
    }

    @Override
    public ExitCode call() {
        RoleSettings settings = home.settings().readForCommand();
        try (RedisConnection redis = RedisFor.command(settings)) {
            SyncStore store = new RedisSyncStore(redis);
            Map<String, String> known = store.read(SiteGuard.TABLE);
            SiteMark other = SiteMark.read(known.getOrDefault(SiteGuard.OTHER, ""))
                    .orElseThrow(() -> new CommandFailure(
                            ExitCode.REFUSED,
                            "config-sync has seen no other site in this organisation",
                            "Redis of ex.redis.url",
                            "run config-sync of this site first; when it meets another site it says so and waits"));
            String own = known.getOrDefault(SiteGuard.NAME, "");
            out.println("site " + other.site() + " keeps this organisation in step since " + other.since()
                    + "; its last sign of life is of " + other.seen() + " (it gives one a day)");
            if (!yes) {
                out.println("make sure that its connector is stopped; then `take-over --yes` has site " + own
                        + " take its place");
                return ExitCode.DONE;
            }
            SyncState.allow(store, List.of(other.takenOverBy(own)));
            out.println("site " + own + " takes its place with the next run of config-sync");
            return ExitCode.DONE;
        }
    }
}

package org.engageconnector.app.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.engageconnector.app.failure.CommandFailure;
import org.engageconnector.app.failure.ExitCode;
import org.engageconnector.app.redis.RedisFor;
import org.engageconnector.app.settings.Home;
import org.engageconnector.app.settings.RoleSettings;
import org.engageconnector.app.status.Report;
import org.engageconnector.app.status.Reports;
import org.engageconnector.component.redis.RedisConnection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code status}: what each running role of the tenant reports. */
@Command(
        name = "status",
        description = "Shows what each running role reports: connections, leases, journals, quota use, dead letters.")
final class StatusCommand implements ProgramCommand {

    @Option(names = "--json", description = "One JSON object, for programs.")
    private boolean json;

    @Option(
            names = "--forget",
            paramLabel = "INSTANCE",
            description = "Forgets first what this instance reported: it was killed and does not come back.")
    private List<String> forgotten = List.of();

    private final Home home;

    private final PrintStream out;

    StatusCommand(Home home, PrintStream out) {
        this.home = home;
        this.out = out;
    }

    @Override
    public ExitCode call() throws Exception {
        RoleSettings settings = home.settings().readForCommand();
        try (RedisConnection redis = RedisFor.command(settings)) {
            for (String instance : forgotten) {
                forget(redis, instance);
            }
            List<Report> reports = new Reports(redis).all();
            Optional<String> refused = redis.writeRefused();
            if (json) {
                out.println(new ObjectMapper().writeValueAsString(object(reports, refused)));
            } else {
                show(reports, refused, settings.text("ex.tenant-id"));
            }
        }
        return ExitCode.DONE;
    }

    private static void forget(RedisConnection redis, String instance) {
        if (new Reports(redis).forget(instance) == 0) {
            throw new CommandFailure(
                    ExitCode.REFUSED,
                    "no silent role of instance " + instance + " is known",
                    "the command line, --forget",
                    "`status` shows the instances; one that still reports is stopped, not forgotten, and counts as silent after 20 s");
        }
    }

    private static Map<String, Object> object(List<Report> reports, Optional<String> refused) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("roles", reports);
        refused.ifPresent(why -> all.put("redisTakesNoWrites", why));
        return all;
    }

    private void show(List<Report> reports, Optional<String> refused, String tenant) {
        refused.ifPresent(why -> out.println("Redis takes no writes, so no role can report: " + why));
        if (reports.isEmpty()) {
            out.println("no role of tenant " + tenant + " reports to this Redis");
        }
        for (Report report : reports) {
            boolean ready = report.status().path("ready").asBoolean();
            out.println(
                    report.role() + " on " + report.instance() + ": "
                            + (report.running()
                                    ? (ready ? "ready" : "NOT READY")
                                    : "SILENT for " + report.ageSeconds() + " s; "
                                            + (refused.isPresent()
                                                    ? "Redis takes no reports"
                                                    : "it was killed, or cannot use Redis: its own /observe/health says which")));
            report.status().path("notReady").forEach(text -> out.println("    " + text.asText()));
            report.status().properties().forEach(field -> {
                if (!StatusLines.HEAD.contains(field.getKey())) {
                    StatusLines.print(out, field.getKey(), field.getValue());
                }
            });
        }
    }
}

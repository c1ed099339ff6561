package org.engageconnector.app.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
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
            List<Report> reports = new Reports(redis).all();
            if (json) {
                out.println(new ObjectMapper().writeValueAsString(Map.of("roles", reports)));
            } else {
                show(reports, settings.text("ex.tenant-id"));
            }
        }
        return ExitCode.DONE;
    }

    private void show(List<Report> reports, String tenant) {
        if (reports.isEmpty()) {
            out.println("no role of tenant " + tenant + " reports to this Redis");
        }
        for (Report report : reports) {
            boolean ready = report.status().path("ready").asBoolean();
            out.println(report.role() + " on " + report.instance() + ": "
                    + (report.running()
                            ? (ready ? "ready" : "NOT READY")
                            : "SILENT for " + report.ageSeconds() + " s; it was killed, or cannot reach Redis"));
            report.status().path("notReady").forEach(text -> out.println("    " + text.asText()));
            report.status().properties().forEach(field -> {
                if (!StatusLines.HEAD.contains(field.getKey())) {
                    StatusLines.print(out, field.getKey(), field.getValue());
                }
            });
        }
    }
}

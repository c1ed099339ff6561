package org.engageconnector.app.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.engageconnector.app.failure.CommandFailure;
import org.engageconnector.app.failure.ExitCode;
import org.engageconnector.app.redis.RedisFor;
import org.engageconnector.app.settings.Home;
import org.engageconnector.app.settings.RoleSettings;
import org.engageconnector.app.status.Report;
import org.engageconnector.app.status.Reports;
import org.engageconnector.component.redis.RedisConnection;

/** {@code status}: what each running role of the tenant reports. */
final class StatusCommand implements Command {

    private final Home home;

    private final PrintStream out;

    StatusCommand(Home home, PrintStream out) {
        this.home = home;
        this.out = out;
    }

    @Override
    public String name() {
        return "status";
    }

    @Override
    public String usage() {
        return "status [--json]";
    }

    @Override
    public String summary() {
        return "Shows what each running role reports: connections, leases, journals, quota use, dead letters.";
    }

    @Override
    public ExitCode run(List<String> arguments) throws Exception {
        boolean json = arguments.equals(List.of("--json"));
        if (!json && !arguments.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.USAGE, "status knows only --json", "the command line", "usage: " + usage());
        }
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

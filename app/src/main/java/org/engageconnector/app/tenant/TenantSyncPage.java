package org.engageconnector.app.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.engageconnector.app.http.JsonAnswer;
import org.engageconnector.app.status.Report;
import org.engageconnector.app.status.Reports;
import org.engageconnector.component.redis.RedisConnection;

/** {@code GET} and {@code POST /api/v1/tenant/sync}: config sync, whichever instance runs it. */
public final class TenantSyncPage {

    private static final String ROLE = "config-sync";

    private final Questions questions;
    private final Reports reports;

    public TenantSyncPage(RedisConnection redis, Questions questions) {
        this.questions = questions;
        this.reports = new Reports(redis);
    }

    /** What the instance that runs config sync last reported: as {@code GET /api/v1/sync}, up to 5 s old. */
    public void show(Exchange exchange) {
        Reply.to(exchange, () -> {
            JsonNode sync = reports.all().stream()
                    .filter(report -> report.role().equals(ROLE) && report.running())
                    .map(Report::status)
                    .map(status -> status.path("configSync"))
                    .filter(one -> one.isObject() && !one.path("state").asText().equals("standby"))
                    .findFirst()
                    .orElse(null);
            if (sync == null) {
                Reply.error(exchange, 404, "not.running", "no instance of config-sync runs");
            } else {
                JsonAnswer.write(exchange, 200, sync);
            }
        });
    }

    /** Starts a run, with {@code full=true} a whole one; with {@code confirm=<plan id>} the plan that waits may go on. */
    public void start(Exchange exchange) {
        Reply.to(exchange, () -> {
            String plan = Reply.parameter(exchange, "confirm");
            String full = Reply.parameter(exchange, "full");
            if (!List.of("", "true", "false").contains(full)) {
                Reply.error(exchange, 400, "parameter.invalid", "full is true or false");
                return;
            }
            Map<String, JsonNode> said = questions.ask("sync", List.of(plan, full), reports.running(ROLE));
            JsonNode answer = said.values().stream().findFirst().orElse(null);
            if (answer == null) {
                Reply.error(exchange, 404, "not.running", "no instance of config-sync that holds the lease answered");
            } else if (answer.path("accepted").asBoolean()) {
                JsonAnswer.write(exchange, 202, answer);
            } else {
                Reply.error(
                        exchange,
                        409,
                        "plan.changed",
                        "no plan of that id waits; GET /api/v1/tenant/sync shows the one that does, if any");
            }
        });
    }
}

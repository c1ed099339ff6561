package org.engageconnector.app.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.Exchange;
import org.engageconnector.app.http.JsonAnswer;
import org.engageconnector.app.status.Reports;
import org.engageconnector.component.redis.RedisConnection;

/** {@code GET /api/v1/tenant/calls} and {@code /api/v1/tenant/calls/{callUuid}}, whichever instance owns the SIP Server pair. */
public final class TenantCallsPage {

    private static final int MOST = 20_000;

    private final TableCopy table;
    private final Questions questions;
    private final Reports reports;
    private final RedisConnection redis;

    public TenantCallsPage(RedisConnection redis, Questions questions) {
        this.redis = redis;
        this.table = new TableCopy(new SharedTable(redis, "calls"));
        this.questions = questions;
        this.reports = new Reports(redis);
    }

    /**
     * Parameters: {@code find} (part of CallUUID, conversation id or server, or the last digits of a number), {@code limit}.
     * Live calls first, then those that ended, the newest first.
     */
    public void list(Exchange exchange) {
        Reply.to(exchange, () -> {
            String find = Reply.parameter(exchange, "find").toLowerCase(Locale.ROOT);
            List<ObjectNode> all =
                    table.rows().stream().map(ObjectNode::deepCopy).toList();
            TenantPage.markStale(reports, "conversation-provider", all);
            List<ObjectNode> rows = all.stream()
                    .filter(row -> find.isEmpty() || found(row, find))
                    .sorted(Comparator.comparing(
                                    (ObjectNode row) -> row.path("endedAt").asText("~"))
                            .thenComparing(row -> row.path("since").asText())
                            .reversed())
                    .limit(Math.min(MOST, Reply.number(exchange, "limit", MOST)))
                    .toList();
            Map<String, Object> page = new LinkedHashMap<>();
            page.put("time", redis.time());
            page.put("live", all.stream().filter(TenantCallsPage::live).count());
            page.put("calls", rows);
            JsonAnswer.write(exchange, 200, page);
        });
    }

    private static boolean live(JsonNode row) {
        return !row.hasNonNull("endedAt") && !row.path("stale").asBoolean();
    }

    private static boolean found(JsonNode row, String find) {
        if (find.matches("\\d{2,4}")) {
            for (JsonNode number : row.path("numbers")) {
                if (number.asText().endsWith(find)) {
                    return true;
                }
            }
        }
        return (row.path("callUuid").asText() + " " + row.path("conversationId").asText() + " "
                        + row.path("server").asText())
                .toLowerCase(Locale.ROOT)
                .contains(find);
    }

    /** One call: legs, evidence, what was sent and why, and Genesys Cloud's answers. */
    public void one(Exchange exchange) {
        Reply.to(exchange, () -> {
            String callUuid = Reply.parameter(exchange, "callUuid");
            String conversation = table.rows().stream()
                    .filter(row -> row.path("callUuid").asText().equals(callUuid))
                    .map(row -> row.path("conversationId").asText())
                    .findFirst()
                    .orElse("");
            Map<String, JsonNode> said =
                    questions.ask("call", List.of(callUuid, conversation), reports.running("conversation-provider"));
            Map<String, Object> page = new LinkedHashMap<>();
            page.put("answers", List.of());
            said.forEach((instance, one) -> {
                if (one.hasNonNull("call")) {
                    page.put("instance", instance.substring(instance.indexOf(' ') + 1));
                    page.put("call", one.get("call"));
                }
                if (!one.path("answers").isEmpty()) {
                    page.put("answers", one.get("answers"));
                }
            });
            if (page.containsKey("call")) {
                JsonAnswer.write(exchange, 200, page);
            } else {
                Reply.error(exchange, 404, "not.found", "no running instance remembers a call of that CallUUID");
            }
        });
    }
}

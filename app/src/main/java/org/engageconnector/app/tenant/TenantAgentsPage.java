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
import org.engageconnector.directory.Directory;
import org.engageconnector.directory.SyncStore;

/** {@code GET /api/v1/tenant/agents} and {@code /api/v1/tenant/agents/{employeeId}}, whichever instance owns the agent states. */
public final class TenantAgentsPage {

    private static final int MOST = 20_000;

    private final TableCopy table;
    private final AgentFacts facts;
    private final Questions questions;
    private final Reports reports;
    private final RedisConnection redis;

    public TenantAgentsPage(RedisConnection redis, Directory directory, SyncStore store, Questions questions) {
        this.redis = redis;
        this.table = new TableCopy(new SharedTable(redis, "agents"));
        this.facts = new AgentFacts(directory, store);
        this.questions = questions;
        this.reports = new Reports(redis);
    }

    /**
     * Parameters: {@code find} (part of employee id, login, user id), {@code queue}, {@code problem=true}, {@code limit}; and
     * {@code since} with {@code version} of an answer before: then only what has changed.
     */
    public void list(Exchange exchange) {
        Reply.to(exchange, () -> {
            long version = facts.version();
            long since = Reply.number(exchange, "version", -1) == version ? Reply.number(exchange, "since", 0) : 0;
            long now = redis.time();
            String find = Reply.parameter(exchange, "find").toLowerCase(Locale.ROOT);
            String queue = Reply.parameter(exchange, "queue");
            boolean problem = Reply.parameter(exchange, "problem").equals("true");
            List<ObjectNode> rows = table.rows().stream()
                    .filter(row -> row.path("at").asLong() >= since)
                    .map(facts::complete)
                    .filter(row -> !problem || !row.path("problem").isNull())
                    .filter(row -> queue.isEmpty() || has(row.path("queues"), queue))
                    .filter(row -> find.isEmpty() || found(row, find))
                    .sorted(Comparator.comparing(row -> row.path("employeeId").asText()))
                    .limit(Math.min(MOST, Reply.number(exchange, "limit", MOST)))
                    .toList();
            TenantPage.markStale(reports, "agent-state-sync", rows);
            Map<String, Object> page = new LinkedHashMap<>();
            page.put("version", version);
            page.put("time", now);
            page.put("whole", since == 0);
            page.put("agents", rows);
            JsonAnswer.write(exchange, 200, page);
        });
    }

    private static boolean found(JsonNode row, String find) {
        return (row.path("employeeId").asText() + " " + row.path("logins") + " "
                        + row.path("userId").asText())
                .toLowerCase(Locale.ROOT)
                .contains(find);
    }

    private static boolean has(JsonNode names, String name) {
        for (JsonNode one : names) {
            if (one.asText().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** One agent: its row, its last changes, and Genesys Cloud's answers. */
    public void one(Exchange exchange) {
        Reply.to(exchange, () -> {
            String employeeId = Reply.parameter(exchange, "employeeId");
            facts.version();
            ObjectNode row = table.rows().stream()
                    .filter(one -> one.path("employeeId").asText().equals(employeeId))
                    .findFirst()
                    .orElse(null);
            if (row == null) {
                Reply.error(exchange, 404, "not.found", "no instance knows an agent of that employee id");
                return;
            }
            Map<String, Object> page = new LinkedHashMap<>();
            page.put("agent", facts.complete(row));
            page.put("changes", List.of());
            page.put("answers", List.of());
            questions
                    .ask("agent", List.of(employeeId, facts.userId(employeeId)), reports.running("agent-state-sync"))
                    .values()
                    .forEach(said -> {
                        for (String part : List.of("changes", "answers")) {
                            if (!said.path(part).isEmpty()) {
                                page.put(part, said.get(part));
                            }
                        }
                    });
            JsonAnswer.write(exchange, 200, page);
        });
    }
}

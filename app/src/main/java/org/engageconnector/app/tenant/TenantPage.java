package org.engageconnector.app.tenant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.engageconnector.app.http.JsonAnswer;
import org.engageconnector.app.status.Report;
import org.engageconnector.app.status.Reports;
import org.engageconnector.component.redis.RedisConnection;
import org.engageconnector.component.redis.RedisUnavailableException;

/**
 * {@code GET /api/v1/tenant}: all roles and instances of the tenant with what they last reported, journals, leases, the month's
 * requests, and every problem in words. While Redis is away it shows the role that answers, and says so.
 */
public final class TenantPage {

    private final RedisConnection redis;
    private final String tenant;
    private final String role;
    private final Supplier<Map<String, Object>> own;
    private final SharedState state;
    private final Reports reports;

    /** @param own the report of the role that serves the page */
    public TenantPage(RedisConnection redis, String tenant, String role, Supplier<Map<String, Object>> own) {
        this.redis = redis;
        this.tenant = tenant;
        this.role = role;
        this.own = own;
        this.state = new SharedState(redis);
        this.reports = new Reports(redis);
    }

    public void show(Exchange exchange) {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("tenantId", tenant);
        page.put("servedBy", Map.of("role", role, "instance", redis.instance()));
        page.put("time", Instant.now().toString());
        try {
            List<Report> all = reports.all();
            List<Map<String, Object>> journals = state.journals();
            List<Map<String, Object>> leases = state.leases();
            page.put("redis", Map.of("available", true));
            page.put("instances", all.stream().map(TenantPage::line).toList());
            page.put("journals", journals);
            page.put("leases", leases);
            page.put("requestsThisMonth", RequestCounts.thisMonth(redis));
            page.put("problems", TenantProblems.of(all, journals, leases));
        } catch (RedisUnavailableException e) {
            page.put("redis", Map.of("available", false, "problem", String.valueOf(e.getMessage())));
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("role", role);
            line.put("instance", redis.instance());
            line.put("ageSeconds", 0);
            line.put("running", true);
            line.put("status", own.get());
            page.put("instances", List.of(line));
            page.put("journals", List.of());
            page.put("leases", List.of());
            page.put("requestsThisMonth", Map.of());
            page.put("problems", List.of(TenantProblems.redisAway(e.getMessage())));
        }
        JsonAnswer.write(exchange, 200, page);
    }

    private static Map<String, Object> line(Report report) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("role", report.role());
        line.put("instance", report.instance());
        line.put("ageSeconds", report.ageSeconds());
        line.put("running", report.running());
        line.put("status", report.status());
        return line;
    }

    /** Marks the rows of instances of a role that do not report any more: what they say may be over. */
    static void markStale(Reports reports, String ofRole, List<ObjectNode> rows) {
        Set<String> running = reports.running(ofRole).stream()
                .map(name -> name.substring(ofRole.length() + 1))
                .collect(Collectors.toSet());
        rows.forEach(
                row -> row.put("stale", !running.contains(row.path("instance").asText())));
    }
}

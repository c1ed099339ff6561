package org.engageconnector.app.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.engageconnector.app.settings.Role;
import org.engageconnector.app.status.Report;

/** What is wrong, in words, each with the entry of the runbook (docs/operations.md) that tells what to do. */
final class TenantProblems {

    private static final long CLOCK_MILLIS = 2_000;
    private static final long JOURNAL_SECONDS = 300;
    private static final double QUOTA = 0.9;
    private static final Duration SYNC_AGE = Duration.ofMinutes(15);

    private final List<Map<String, String>> problems = new ArrayList<>();

    private TenantProblems() {}

    static List<Map<String, String>> of(
            List<Report> reports, List<Map<String, Object>> journals, List<Map<String, Object>> leases) {
        TenantProblems found = new TenantProblems();
        for (Role role : Role.values()) {
            if (reports.stream().noneMatch(report -> report.role().equals(role.id()) && report.running())) {
                found.add("no instance of " + role.id() + " reports", "RoleDown");
            }
        }
        reports.forEach(found::report);
        journals.forEach(found::journal);
        for (Map<String, Object> lease : leases) {
            if (lease.get("instance") == null) {
                found.add("nobody holds the lease " + lease.get("name"), "PartitionWithoutOwner");
            }
        }
        return found.problems;
    }

    static Map<String, String> redisAway(String why) {
        return problem("Redis is away, so only the role that answers is shown: " + why, "PartitionWithoutOwner");
    }

    private void report(Report report) {
        String who = report.role() + " on " + report.instance();
        JsonNode status = report.status();
        if (!report.running()) {
            add(who + " has been silent for " + report.ageSeconds() + " s", "RoleDown");
            return;
        }
        status.path("notReady").forEach(line -> add(who + " is not ready: " + line.asText(), entry(line.asText())));
        long clock = status.path("clockAheadMillis").asLong();
        if (Math.abs(clock) > CLOCK_MILLIS) {
            add("the clock of " + who + " is " + Duration.ofMillis(clock).toSeconds() + " s ahead of Redis'", null);
        }
        if (status.path("quotaUsed").asDouble() > QUOTA) {
            add(who + " uses more than nine tenths of its quota", "QuotaNearlyUsedUp");
        }
        if (status.path("agentStates").path("problemCounts").path("frozen").asInt() > 0) {
            add("Stat Server does not know the state of some agents", "AgentStatesFrozen");
        }
        status.path("routeProblems")
                .forEach(line -> add(
                        who + ": " + line.path("what").asText() + " ("
                                + line.path("where").asText() + ")",
                        null));
        sync(status.path("configSync"));
    }

    private void sync(JsonNode sync) {
        String result = sync.path("result").asText();
        if (sync.isMissingNode() || sync.path("state").asText().equals("standby")) {
            return;
        }
        if (Stream.of("stopped", "waiting", "failed").anyMatch(result::equals)) {
            add("config sync " + result + ": " + sync.path("reason").asText(), "ConfigSyncStale");
        } else if (old(sync.path("lastSuccessAt").asText())) {
            add("config sync has had no good run for a quarter of an hour", "ConfigSyncStale");
        }
    }

    private static boolean old(String time) {
        try {
            return Instant.parse(time).isBefore(Instant.now().minus(SYNC_AGE));
        } catch (DateTimeParseException never) {
            return false;
        }
    }

    private void journal(Map<String, Object> journal) {
        String name = String.valueOf(journal.get("name"));
        long depth = (Long) journal.get("depth");
        if (name.equals("dead-letters")) {
            if (depth > 0) {
                add(depth + " events wait in the dead letters", "DeadLetters");
            }
        } else if ((Long) journal.get("oldestSeconds") > JOURNAL_SECONDS) {
            add("events wait in " + name + " for " + journal.get("oldestSeconds") + " s", "JournalBehind");
        }
    }

    private static String entry(String line) {
        if (line.contains("engage-sessions")) {
            return "EngageConnectionLost";
        }
        if (line.contains("delivery")) {
            return "GenesysCloudRefusesUs";
        }
        if (line.contains("config-sync")) {
            return "ConfigSyncStale";
        }
        return line.contains("Redis") || line.contains("redis") ? "PartitionWithoutOwner" : "RoleDown";
    }

    private void add(String text, String entry) {
        problems.add(problem(text, entry));
    }

    private static Map<String, String> problem(String text, String entry) {
        Map<String, String> problem = new LinkedHashMap<>();
        problem.put("text", text);
        problem.put("runbook", entry);
        return problem;
    }
}

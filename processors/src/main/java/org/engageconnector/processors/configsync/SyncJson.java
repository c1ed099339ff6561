package org.engageconnector.processors.configsync;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The status as {@code GET /api/v1/sync} writes it: times in ISO 8601, {@code null} for never. */
public final class SyncJson {

    private SyncJson() {}

    public static Map<String, Object> of(SyncStatus status) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("state", status.state());
        json.put("result", status.result());
        json.put("reason", status.reason());
        json.put("planId", status.planId());
        json.put("startedAt", time(status.startedAt()));
        json.put("finishedAt", time(status.finishedAt()));
        json.put("lastSuccessAt", time(status.lastSuccessAt()));
        json.put("lastFullComparisonAt", time(status.lastFullComparisonAt()));
        json.put("requests", status.requests());
        json.put("requestsInAll", status.requestsInAll());
        json.put("progress", status.progress());
        json.put("changes", status.changes());
        json.put("synced", status.synced());
        json.put("problemCount", status.problemCount());
        json.put("problems", status.problems());
        json.put("plan", status.plan());
        return json;
    }

    private static String time(long millis) {
        return millis == 0 ? null : Instant.ofEpochMilli(millis).toString();
    }
}

package org.engageconnector.processors.configsync;

import java.util.List;
import java.util.Map;
import org.engageconnector.processors.configsync.plan.Change;
import org.engageconnector.processors.configsync.plan.Plan;
import org.engageconnector.processors.configsync.plan.Problem;

/**
 * How a run ended.
 *
 * @param result as in {@link SyncStatus}
 * @param waiting changes that wait for a confirmation
 * @param requests sent in this run
 */
record SyncOutcome(
        String result,
        String reason,
        List<Change> waiting,
        Plan plan,
        Map<String, Long> synced,
        List<Problem> problems,
        long requests) {

    static final SyncOutcome NONE =
            new SyncOutcome("none", null, List.of(), new Plan(List.of()), Map.of(), List.of(), 0);

    static SyncOutcome failed(String reason, long requests) {
        return new SyncOutcome("failed", reason, List.of(), new Plan(List.of()), Map.of(), List.of(), requests);
    }

    String planId() {
        return waiting.isEmpty() ? null : Plan.idOf(waiting);
    }
}

package org.engageconnector.processors.configsync;

import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** True when all that may be done unasked was tried. */
    boolean wentThrough() {
        return Set.of("ok", "problems", "waiting").contains(result);
    }

    /** True for a dry run that was made to its end. */
    boolean dry() {
        return result.equals("dry-run");
    }

    String planId() {
        return waiting.isEmpty() ? null : Plan.idOf(waiting);
    }
}

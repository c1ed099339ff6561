package org.engageconnector.processors.configsync;

import java.util.List;
import java.util.Map;
import org.engageconnector.processors.configsync.apply.Progress;
import org.engageconnector.processors.configsync.plan.Problem;

/**
 * What {@code GET /api/v1/sync} and the status show.
 *
 * @param state {@code idle}, {@code running} or {@code standby}
 * @param result of the last run: {@code none} yet, {@code ok}, {@code problems} (some objects), {@code waiting} (all is done
 *     but what an operator must confirm), {@code stopped} (nothing is done until an operator confirms), {@code dry-run},
 *     {@code failed}
 * @param reason why it stopped, waits or failed, or a dry run would, and what to do; {@code null} else
 * @param planId what {@code POST /api/v1/sync?confirm=} wants, when something waits for confirmation; {@code null} else
 * @param startedAt milliseconds since 1970, 0 for never; so the other times
 * @param requests to Genesys Cloud in the last run
 * @param requestsInAll since the start of this process
 * @param changes planned by object and action
 * @param synced how many of each kind are in step
 * @param problemCount of which {@code problems} shows the first
 * @param plan the changes of a dry run or of a plan that waits, the first of them
 */
public record SyncStatus(
        String state,
        String result,
        String reason,
        String planId,
        long startedAt,
        long finishedAt,
        long lastSuccessAt,
        long lastFullComparisonAt,
        long requests,
        long requestsInAll,
        Progress.View progress,
        Map<String, Map<String, Integer>> changes,
        Map<String, Long> synced,
        int problemCount,
        List<Problem> problems,
        List<Map<String, Object>> plan) {}

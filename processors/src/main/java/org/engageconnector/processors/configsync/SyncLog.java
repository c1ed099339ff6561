package org.engageconnector.processors.configsync;

import org.engageconnector.processors.configsync.plan.PlanText;
import org.engageconnector.processors.configsync.plan.Problem;
import org.slf4j.Logger;

/** The log lines of a run: one for the whole, one per object that is not in step, bounded. */
final class SyncLog {

    private static final int MOST_LINES = 50;

    private SyncLog() {}

    static void write(Logger log, SyncOutcome outcome, long millis) {
        switch (outcome.result()) {
            case "failed" -> log.error("config-sync failed: {}", outcome.reason());
            case "stopped" ->
                log.error(
                        "config-sync stopped: {}. To go on: POST /api/v1/sync?confirm={}",
                        outcome.reason(),
                        outcome.planId());
            default -> {
                if (outcome.plan().isEmpty() && outcome.problems().isEmpty()) {
                    log.debug("config-sync: nothing changed, {} requests, {} ms", outcome.requests(), millis);
                } else {
                    log.info(
                            "config-sync {}: changes {}, {} requests, {} ms, {} objects with a problem",
                            outcome.result(),
                            PlanText.counts(outcome.plan()),
                            outcome.requests(),
                            millis,
                            outcome.problems().size());
                }
            }
        }
        int lines = 0;
        for (Problem problem : outcome.problems()) {
            if (lines++ == MOST_LINES) {
                log.warn(
                        "config-sync: {} more in GET /api/v1/sync",
                        outcome.problems().size() - MOST_LINES);
                break;
            }
            log.warn(
                    "config-sync: {}: {}; {}; next try: {}",
                    problem.what(),
                    problem.why(),
                    problem.advice(),
                    problem.next());
        }
    }
}

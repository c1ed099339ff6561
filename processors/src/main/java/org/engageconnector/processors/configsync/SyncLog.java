package org.engageconnector.processors.configsync;

import java.util.HashSet;
import java.util.Set;
import org.engageconnector.processors.configsync.cloud.PacedGate;
import org.engageconnector.processors.configsync.plan.PlanText;
import org.engageconnector.processors.configsync.plan.Problem;
import org.slf4j.Logger;

/**
 * The log lines of runs: one for a run that did something, one per object that is newly not in step, bounded. What stays as it
 * was is not said every minute. Used by one thread.
 */
final class SyncLog {

    private static final int MOST_LINES = 50;

    private final Logger log;
    private Set<Problem> known = Set.of();
    private String lastReason;

    SyncLog(Logger log) {
        this.log = log;
    }

    void write(SyncOutcome outcome, long millis) {
        if (outcome.reason() == null || outcome.wentThrough()) {
            done(outcome, millis);
        }
        if (outcome.reason() != null && !outcome.reason().equals(lastReason)) {
            reason(outcome);
        }
        lastReason = outcome.reason();
        if (!outcome.result().equals("failed")) {
            problems(outcome);
        }
    }

    private void reason(SyncOutcome outcome) {
        switch (outcome.result()) {
            case "failed" -> {
                if (PacedGate.NOT_OURS.equals(outcome.reason())) {
                    log.info("config-sync left its run to the next process: {}", outcome.reason());
                } else {
                    log.error("config-sync failed: {}", outcome.reason());
                }
            }
            case "stopped" ->
                log.error(
                        "config-sync stopped: {}. To go on: POST /api/v1/sync?confirm={}",
                        outcome.reason(),
                        outcome.planId());
            case "waiting" ->
                log.warn(
                        "config-sync did all the rest, but waits: {}. To do that too: POST /api/v1/sync?confirm={}",
                        outcome.reason(),
                        outcome.planId());
            default -> log.warn("config-sync {}: {}", outcome.result(), outcome.reason());
        }
    }

    private void done(SyncOutcome outcome, long millis) {
        if (outcome.requests() == 0) {
            log.debug("config-sync: nothing to send, {} ms", millis);
            return;
        }
        log.info(
                "config-sync {}: changes {}, {} requests, {} ms, {} objects with a problem",
                outcome.result(),
                PlanText.counts(outcome.plan()),
                outcome.requests(),
                millis,
                outcome.problems().size());
    }

    private void problems(SyncOutcome outcome) {
        Set<Problem> now = new HashSet<>(outcome.problems());
        int lines = 0;
        for (Problem problem : outcome.problems()) {
            if (known.contains(problem)) {
                continue;
            }
            if (lines++ == MOST_LINES) {
                log.warn("config-sync: more objects with a problem in GET /api/v1/sync");
                break;
            }
            log.warn(
                    "config-sync: {}: {}; {}; next try: {}",
                    problem.what(),
                    problem.why(),
                    problem.advice(),
                    problem.next());
        }
        known = now;
    }
}

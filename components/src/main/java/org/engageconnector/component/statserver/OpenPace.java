package org.engageconnector.component.statserver;

import java.time.Duration;
import org.engageconnector.component.engage.SessionTimer;

/** Opens what is queued at a bounded rate, in small steps, so that a Stat Server is not flooded. On the session's thread. */
final class OpenPace {

    private static final int STEPS_PER_SECOND = 20;
    private static final Duration STEP = Duration.ofMillis(1_000 / STEPS_PER_SECOND);

    private final SessionTimer timer;
    private final AgentStatistics statistics;
    private final double perStep;

    private double credit;
    private boolean stepping;

    /** @param perSecond statistics opened per second at most, greater than 0 */
    OpenPace(SessionTimer timer, AgentStatistics statistics, double perSecond) {
        this.timer = timer;
        this.statistics = statistics;
        this.perStep = perSecond / STEPS_PER_SECOND;
    }

    /** Something may have been queued. */
    void go() {
        if (!stepping) {
            step();
        }
    }

    private void step() {
        stepping = statistics.hasWork();
        if (!stepping) {
            credit = 0;
            return;
        }
        credit += perStep;
        while (credit >= 1 && statistics.hasWork()) {
            statistics.openNext();
            credit--;
        }
        // also after the last one: who queues the next must not gain a step by that
        timer.schedule(STEP, this::step);
    }
}

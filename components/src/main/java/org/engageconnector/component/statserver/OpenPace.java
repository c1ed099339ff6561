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
    private SessionTimer.Handle next;

    /** @param perSecond statistics opened per second at most, greater than 0 */
    OpenPace(SessionTimer timer, AgentStatistics statistics, double perSecond) {
        this.timer = timer;
        this.statistics = statistics;
        this.perStep = perSecond / STEPS_PER_SECOND;
    }

    /** Something may have been queued. */
    void go() {
        if (next == null) {
            step();
        }
    }

    /** The session is down; nothing can be opened. */
    void stop() {
        if (next != null) {
            next.cancel();
            next = null;
        }
        credit = 0;
    }

    private void step() {
        next = null;
        if (!statistics.hasWork()) {
            credit = 0;
            return;
        }
        credit += perStep;
        while (credit >= 1 && statistics.hasWork()) {
            statistics.openNext();
            credit--;
        }
        // also after the last one: who queues the next must not gain a step by that
        next = timer.schedule(STEP, this::step);
    }
}

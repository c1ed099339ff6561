package org.engageconnector.app.cost;

import java.time.Duration;

/**
 * The most requests that a site of some size sends in a month at the documented load: 5 calls a second for 1,000 agents, 8 hours
 * on 22 days (docs/cost.md#estimate).
 *
 * @param agents of the tenant
 * @param calls how long events of conversations may wait for others
 * @param states the same for agent states
 * @param reconcile how often config-sync compares everything
 */
public record RequestEstimate(int agents, Duration calls, Duration states, Duration reconcile) {

    /** Events a second of one agent; measured, docs/benchmarks.md row C1. */
    private static final double CALL_EVENTS = 0.0438;

    private static final double STATE_EVENTS = 0.0215;
    private static final double QUOTA = 297 / 60.0;
    private static final double BUSY_SECONDS = 22 * 8 * 3_600.0;
    private static final double MONTH_SECONDS = 730 * 3_600.0;

    /** Requests a month of all three roles. */
    public double perMonth() {
        double delivery = rate(agents * CALL_EVENTS, calls) + rate(agents * STATE_EVENTS, states);
        double comparison = agents / 100.0 + 2 * Math.min(agents, Math.max(50, Math.min(500, agents / 24.0)));
        return delivery * BUSY_SECONDS + comparison * MONTH_SECONDS / Math.max(1, reconcile.toSeconds());
    }

    /** At most one request an event, one in the time that events wait and the next takes to come, and the quota. */
    private static double rate(double events, Duration linger) {
        return events == 0 ? 0 : Math.min(QUOTA, 1 / (linger.toMillis() / 1000.0 + 1 / events));
    }
}

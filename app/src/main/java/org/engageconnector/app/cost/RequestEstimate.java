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
    private static final double CALL_EVENTS = 0.0454;

    private static final double STATE_EVENTS = 0.0183;

    /** Presences, routing statuses, and routing statuses that waited for their presence. */
    private static final int STATE_REQUESTS_PER_LINGER = 3;

    private static final double QUOTA = 297 / 60.0;
    private static final double BUSY_SECONDS = 22 * 8 * 3_600.0;
    private static final double MONTH_SECONDS = 730 * 3_600.0;

    /** Requests a month of all three roles. */
    public double perMonth() {
        double delivery =
                rate(agents * CALL_EVENTS, calls, 1) + rate(agents * STATE_EVENTS, states, STATE_REQUESTS_PER_LINGER);
        double comparison = agents / 100.0 + 2 * Math.min(agents, Math.max(50, Math.min(500, agents / 24.0)));
        return delivery * BUSY_SECONDS + comparison * MONTH_SECONDS / Math.max(1, reconcile.toSeconds());
    }

    /** At most one request an event, some in the time that events wait, and the quota. */
    private static double rate(double events, Duration linger, int perLinger) {
        double ofLinger = linger.isZero() ? QUOTA : perLinger * 1000.0 / linger.toMillis();
        return Math.min(Math.min(events, QUOTA), ofLinger);
    }
}

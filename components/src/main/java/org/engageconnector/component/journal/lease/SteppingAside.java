package org.engageconnector.component.journal.lease;

import java.time.Duration;

/**
 * When an owner that cannot do its work gives its lease up for one that can: after {@link #PATIENCE}, and again every
 * {@link #AGAIN} for as long as it cannot. It then asks for the lease no sooner than {@link #AWAY} later, so that another
 * instance comes first, and keeps it where there is none. Pure: time is an argument, in nanoseconds of a monotonic clock. One
 * thread.
 */
final class SteppingAside {

    static final Duration PATIENCE = Duration.ofSeconds(1);

    static final Duration AWAY = Duration.ofSeconds(3);

    static final Duration AGAIN = Duration.ofSeconds(15);

    private boolean able = true;
    private long next;
    private long awayUntil;
    private boolean away;

    /** Whether the owner gives the lease up now. */
    boolean now(boolean isAble, long nanos) {
        if (isAble) {
            able = true;
            away = false;
            return false;
        }
        if (able) {
            able = false;
            next = nanos + PATIENCE.toNanos();
        }
        if (nanos - next < 0) {
            return false;
        }
        next = nanos + AGAIN.toNanos();
        awayUntil = nanos + AWAY.toNanos();
        away = true;
        return true;
    }

    /** Whether it leaves the lease to others still. */
    boolean staysAway(boolean isAble, long nanos) {
        return !isAble && away && nanos - awayUntil < 0;
    }
}

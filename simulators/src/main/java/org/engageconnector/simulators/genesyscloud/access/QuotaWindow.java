package org.engageconnector.simulators.genesyscloud.access;

import java.util.ArrayDeque;

/**
 * Requests of one token in a sliding minute (docs/simulators.md#what-it-answers: admitted {@code /api/v2} requests count; a
 * 429, a 401 and the login do not). Guarded by the lock of whoever uses it.
 */
public final class QuotaWindow {

    /** Milliseconds of the window. */
    public static final long LENGTH = 60_000;

    private static final int MOST_OFFERED = 100_000;

    private final ArrayDeque<Long> admitted = new ArrayDeque<>();
    private final ArrayDeque<Long> offered = new ArrayDeque<>();

    /** Takes a place in the window when there is one. */
    public boolean admit(long now, int allowed) {
        forget(now);
        offered.addLast(now);
        if (offered.size() > MOST_OFFERED) {
            offered.removeFirst();
        }
        if (admitted.size() >= allowed) {
            return false;
        }
        admitted.addLast(now);
        return true;
    }

    /** Admitted requests of the last minute. */
    public int count(long now) {
        forget(now);
        return admitted.size();
    }

    /** Whole seconds, rounded up, until the oldest leaves the window; 0 when it is empty. */
    public long resetSeconds(long now) {
        forget(now);
        return admitted.isEmpty() ? 0 : (admitted.peekFirst() + LENGTH - now + 999) / 1000;
    }

    /** Requests of the last minute, refused ones included; not more than {@link #MOST_OFFERED} are counted. */
    public int offered(long now) {
        forget(now);
        return offered.size();
    }

    private void forget(long now) {
        while (!admitted.isEmpty() && admitted.peekFirst() + LENGTH <= now) {
            admitted.removeFirst();
        }
        while (!offered.isEmpty() && offered.peekFirst() + LENGTH <= now) {
            offered.removeFirst();
        }
    }
}

package org.engageconnector.simulators.genesyscloud.access;

import java.util.ArrayDeque;

/**
 * Requests of one token in a sliding minute (spec/simulators.md: admitted {@code /api/v2} requests count; a 429, a 401 and
 * the login do not). Guarded by the lock of whoever uses it.
 */
public final class QuotaWindow {

    /** Milliseconds of the window. */
    public static final long LENGTH = 60_000;

    private final ArrayDeque<Long> admitted = new ArrayDeque<>();
    private int most;

    /** Takes a place in the window when there is one. */
    public boolean admit(long now, int allowed) {
        forget(now);
        if (admitted.size() >= allowed) {
            return false;
        }
        admitted.addLast(now);
        most = Math.max(most, admitted.size());
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

    /** The most that were in the window at once. */
    public int most() {
        return most;
    }

    private void forget(long now) {
        while (!admitted.isEmpty() && admitted.peekFirst() + LENGTH <= now) {
            admitted.removeFirst();
        }
    }
}

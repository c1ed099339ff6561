package org.engageconnector.processors.delivery;

/** Spreads grants evenly, with a small burst after silence (generic cell rate). Not thread-safe. */
final class Spacing {

    /** Grants that may leave at once after silence. */
    static final int BURST = 5;

    /** Part of the quota that is used at most, so that rounding on either side never overshoots. */
    static final double USE = 0.99;

    private long next;
    private boolean started;

    /** Nanoseconds between two grants. */
    static long interval(int quota) {
        return (long) Math.ceil(60e9 / (quota * USE));
    }

    /** How long to wait; 0 = now. */
    long waitFor(long now, int quota) {
        if (!started) {
            return 0;
        }
        long interval = interval(quota);
        return Math.max(0, next - (BURST - 1) * interval - now);
    }

    void granted(long now, int quota) {
        long base = started && next - now > 0 ? next : now;
        next = base + interval(quota);
        started = true;
    }
}

package org.engageconnector.component.redis;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Redis' time between two questions for it: the last answer, run on with the monotonic clock of this process. A jump of the
 * local wall clock does nothing to it. Thread-safe.
 */
final class RedisClock {

    private record Base(long millis, long nanos) {}

    private volatile Base base = new Base(System.currentTimeMillis(), System.nanoTime());

    long millis() {
        Base from = base;
        return from.millis() + (System.nanoTime() - from.nanos()) / 1_000_000;
    }

    /** Takes an answer of TIME: seconds and microseconds as text. */
    void set(List<byte[]> time) {
        base = new Base(millisOf(time), System.nanoTime());
    }

    private static long millisOf(List<byte[]> time) {
        return Long.parseLong(new String(time.get(0), StandardCharsets.US_ASCII)) * 1000
                + Long.parseLong(new String(time.get(1), StandardCharsets.US_ASCII)) / 1000;
    }
}

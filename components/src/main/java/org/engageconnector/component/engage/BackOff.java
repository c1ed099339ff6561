package org.engageconnector.component.engage;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before the next round of members: doubles from {@code first} to {@code cap}, each time up to 25 % more
 * or less, so that many sessions do not come back in step.
 *
 * @param random gives numbers from 0 (inclusive) to 1 (exclusive)
 */
public record BackOff(Duration first, Duration cap, DoubleSupplier random) {

    private static final double JITTER = 0.25;
    private static final int MAX_DOUBLINGS = 30;

    /** The wait after so many rounds that failed in a row, from 0. */
    public Duration delay(int round) {
        double plain = Math.min((double) cap.toMillis(), Math.scalb(first.toMillis(), Math.min(round, MAX_DOUBLINGS)));
        return Duration.ofMillis(Math.round(plain * (1 - JITTER + 2 * JITTER * random.getAsDouble())));
    }
}

package org.engageconnector.background;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before the next try after failures in a row: doubles from {@code first} to {@code cap}. A part by chance
 * keeps many who failed together from coming back in step. Immutable.
 *
 * @param less by which part a wait may be shorter, 0 to 1
 * @param more by which part a wait may be longer
 * @param random gives numbers from 0 (inclusive) to 1 (exclusive)
 */
public record BackOff(Duration first, Duration cap, double less, double more, DoubleSupplier random) {

    private static final int MOST_DOUBLINGS = 30;

    /** Nothing by chance: for one who waits alone. */
    public static BackOff exact(Duration first, Duration cap) {
        return new BackOff(first, cap, 0, 0, () -> 0);
    }

    /** The wait after so many failures in a row before the last one: 0 after the first. */
    public Duration delay(int failuresBefore) {
        double plain = Math.min(
                (double) cap.toMillis(), Math.scalb(first.toMillis(), Math.min(failuresBefore, MOST_DOUBLINGS)));
        return Duration.ofMillis(Math.round(plain * (1 - less + (less + more) * random.getAsDouble())));
    }
}

package org.engageconnector.robustness;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waiting with an end. */
final class Pause {

    private Pause() {}

    static void millis(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    static void seconds(long seconds) {
        millis(seconds * 1_000);
    }

    /** False when it did not become true in time. */
    static boolean until(long seconds, BooleanSupplier condition) {
        return until(seconds, 200, condition);
    }

    /** @param everyMillis how often to look */
    static boolean until(long seconds, long everyMillis, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            millis(everyMillis);
        }
        return true;
    }

    static void untilEnd(Process process) {
        if (!until(40, () -> !process.isAlive())) {
            throw new IllegalStateException("process " + process.pid() + " did not end");
        }
    }
}

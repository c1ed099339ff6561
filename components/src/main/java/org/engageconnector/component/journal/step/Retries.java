package org.engageconnector.component.journal.step;

import java.time.Duration;
import org.engageconnector.background.BackOff;

/**
 * How an owner goes on when its route fails: three tries of the same batch, then ever smaller ones until the bad entry is
 * alone. Pure; used by one thread.
 */
final class Retries {

    private static final int TRIES = 3;
    private static final BackOff BACK_OFF = BackOff.exact(Duration.ofMillis(100), Duration.ofSeconds(10));

    private final int batchSize;
    private int limit;
    private int failures;
    private int suspects;
    private int buriedInRow;

    Retries(int batchSize) {
        this.batchSize = batchSize;
        this.limit = batchSize;
    }

    /** How many entries the next step may have. */
    int limit() {
        return limit;
    }

    /** How often the present input has failed, in one batch or another. */
    int failures() {
        return failures;
    }

    /**
     * How long to wait before the next try. Looking for the bad entry needs no waiting; one bad entry after another does,
     * because then it is hardly the entries' fault.
     */
    long pauseMillis() {
        if (buriedInRow > 0 && failures == 0) {
            return BACK_OFF.delay(buriedInRow).toMillis();
        }
        return failures < TRIES ? BACK_OFF.delay(failures).toMillis() : 0;
    }

    /** A step of so many entries went well; past the last suspect, batches are whole again. */
    void succeeded(int entries) {
        if (entries > 0) {
            buriedInRow = 0;
        }
        suspects -= entries;
        if (suspects <= 0) {
            whole();
        }
    }

    /** A step of so many entries failed; true when it is to go to the dead letters. */
    boolean failed(int entries) {
        failures++;
        if (failures < TRIES) {
            return false;
        }
        if (entries <= 1) {
            return true;
        }
        suspects = Math.max(suspects, entries);
        limit = Math.max(1, Math.min(limit, entries) / 2);
        return false;
    }

    /** The bad entry is out of the way. */
    void removed() {
        buriedInRow++;
        whole();
    }

    private void whole() {
        limit = batchSize;
        failures = 0;
        suspects = 0;
    }
}

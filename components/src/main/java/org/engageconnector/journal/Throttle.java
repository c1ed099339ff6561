package org.engageconnector.journal;

import java.util.concurrent.TimeUnit;

/** Grants the slots in which requests may be sent. Thread-safe; never blocks. */
public interface Throttle {

    /**
     * Asks for one slot of a path now.
     *
     * @return 0 when granted, else how long to wait before asking again, in nanoseconds (never forever)
     */
    long tryAcquire(String path);

    /** As {@link #tryAcquire}, for people. */
    default long tryAcquire(String path, TimeUnit unit) {
        return unit.convert(tryAcquire(path), TimeUnit.NANOSECONDS);
    }
}

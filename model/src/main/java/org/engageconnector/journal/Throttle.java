package org.engageconnector.journal;

import java.util.List;

/** Grants the slots in which requests may be sent. Thread-safe; never blocks. */
public interface Throttle {

    /**
     * Asks for one slot of a path now.
     *
     * @return 0 when granted, else how long to wait before asking again, in nanoseconds (never forever)
     */
    long tryAcquire(String path);

    /** The request of an earlier grant has been answered or given up. To be called once for every grant. */
    default void finished(String path) {}

    /** How many quotas it grants slots of: as many times more requests may be under way. */
    default int shares() {
        return 1;
    }

    /** The most requests a minute that this throttle may ever grant; 0 = what the other side allows. */
    default void ceiling(int requestsPerMinute) {}

    /**
     * Requests of an earlier owner of the same token, which still count against its quota.
     *
     * @param nanosAgo how long ago each of them was over at the latest; at least 0
     */
    default void usedBefore(List<Long> nanosAgo) {}
}

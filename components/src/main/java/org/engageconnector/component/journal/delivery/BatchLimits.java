package org.engageconnector.component.journal.delivery;

/**
 * How large a request and the read window may be.
 *
 * @param events in one request, at most 100
 * @param bytes of one request's body, stays below
 * @param eventsPerKey of one key in one request
 * @param windowEvents entries that are held with their bodies
 * @param windowBytes the same in bytes
 * @param knownEvents entries that are known at all, bodies or not
 */
record BatchLimits(int events, int bytes, int eventsPerKey, int windowEvents, long windowBytes, int knownEvents) {

    /** Braces, and the names of all lists. */
    static final int ENVELOPE = 64;

    static BatchLimits of(int events, int eventsPerKey) {
        return new BatchLimits(events, 512_000, eventsPerKey, 5_000, 8L << 20, 200_000);
    }
}

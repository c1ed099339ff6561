package org.engageconnector.component.journal;

import org.engageconnector.component.redis.RedisUnavailableException;

/** Tells the fault of an entry from a fault of the surroundings, which no dead letter would mend. */
final class Faults {

    private static final int DEEPEST = 20;

    private Faults() {}

    static boolean ofRedis(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++, cause = cause.getCause()) {
            if (cause instanceof RedisUnavailableException
                    || cause instanceof JournalFullException
                    || cause instanceof LeaseLostException) {
                return true;
            }
        }
        return false;
    }
}

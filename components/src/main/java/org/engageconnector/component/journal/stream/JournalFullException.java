package org.engageconnector.component.journal.stream;

import org.engageconnector.component.redis.RedisUnavailableException;

/** A journal is at its bound. Nothing was written; try again later and drop nothing. */
public final class JournalFullException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    public JournalFullException(String journal) {
        super("journal " + journal + " is full: its readers are behind, or ex.redis.journal-share is too small");
    }

    public JournalFullException(RedisUnavailableException outOfMemory) {
        super("Redis is at its maxmemory: journals get only a share of it, so something else fills it", outOfMemory);
    }
}

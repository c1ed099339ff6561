package org.engageconnector.component.journal.stream;

import java.util.Map;
import org.engageconnector.component.redis.RedisConnection;
import org.engageconnector.component.redis.RedisReport;

/**
 * How many bytes each journal may hold. All journals together get {@code ex.redis.journal-share} of Redis' maxmemory; without
 * a maxmemory, of 2 GiB (Genesys' sizing for 1000 agents). Each has a fixed part of that, so that a full intake never keeps
 * its own reader from putting out results.
 */
public final class JournalBounds {

    public static final long DEFAULT_MEMORY = 2L << 30;

    private static final Map<String, Double> PARTS =
            Map.of("engage-events", 0.45, "conversation-events", 0.25, "agent-state-events", 0.1, "dead-letters", 0.1);
    private static final double ANY_OTHER = 0.1;

    private final RedisConnection redis;

    public JournalBounds(RedisConnection redis) {
        this.redis = redis;
    }

    /** The bound of a journal, in bytes of Redis' memory. */
    public long limit(String journal) {
        RedisReport report = redis.report();
        long memory = report == null || report.maxMemory() == 0 ? DEFAULT_MEMORY : report.maxMemory();
        return (long) (memory * redis.settings().journalShare() * PARTS.getOrDefault(journal, ANY_OTHER));
    }
}

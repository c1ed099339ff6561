package org.engageconnector.component.journal.delivery;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records of a journal that nobody can read any more: passed over, so that one holds up nothing else; said once, counted. Thread-safe. */
final class UnreadableRecords {

    private static final Logger LOG = LoggerFactory.getLogger(UnreadableRecords.class);
    private static final int MOST = 1_000;

    private final String journal;
    private final Set<String> fields = ConcurrentHashMap.newKeySet();

    UnreadableRecords(String journal) {
        this.journal = journal;
    }

    /** What a record says; empty when it cannot be read. */
    <T> Optional<T> read(String field, Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (RuntimeException e) {
            if (fields.size() < MOST && fields.add(field)) {
                LOG.error(
                        "The record {} of {} in Redis cannot be read ({}) and is passed over; docs/redis.md says what it is for",
                        field,
                        journal,
                        e.getClass().getSimpleName());
            }
            return Optional.empty();
        }
    }

    int count() {
        return fields.size();
    }
}

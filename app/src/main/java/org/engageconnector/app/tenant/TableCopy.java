package org.engageconnector.app.tenant;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A copy of a {@link SharedTable}, brought up to date when somebody looks and at most twice a second: whole at first and every
 * five minutes, else by what has changed. Thread-safe.
 */
final class TableCopy {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long FRESH_MILLIS = 500;
    private static final long WHOLE_MILLIS = 300_000;
    /** How much earlier than the last look changes are asked for, since instances' clocks differ a little. */
    private static final long OVERLAP_MILLIS = 3_000;

    private final SharedTable table;
    private final Map<String, ObjectNode> rows = new ConcurrentHashMap<>();
    private long looked;
    private long whole;

    TableCopy(SharedTable table) {
        this.table = table;
    }

    /** All rows; throws what the Redis client throws. */
    synchronized List<ObjectNode> rows() {
        long now = table.time();
        if (now - whole > WHOLE_MILLIS || now < looked) {
            Map<String, byte[]> all = table.all();
            rows.keySet().retainAll(all.keySet());
            all.forEach(this::put);
            whole = now;
            looked = now;
        } else if (now - looked > FRESH_MILLIS) {
            table.since(looked - OVERLAP_MILLIS).forEach(this::put);
            looked = now;
        }
        return List.copyOf(rows.values());
    }

    private void put(String id, byte[] row) {
        try {
            if (row == null) {
                rows.remove(id);
            } else if (JSON.readTree(row) instanceof ObjectNode object) {
                rows.put(id, object);
            }
        } catch (IOException e) {
            // damaged in Redis: its owner writes it again with its next change
            rows.remove(id);
        }
    }
}

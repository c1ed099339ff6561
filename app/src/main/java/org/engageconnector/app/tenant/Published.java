package org.engageconnector.app.tenant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.engageconnector.app.status.Report;
import org.engageconnector.app.status.Reports;
import org.engageconnector.component.redis.RedisConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rows of one kind that this instance publishes: writes what differs from what it wrote last. By one thread. */
final class Published<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Published.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    /** As many agents as a tenant may have, and more calls than may be live. */
    private static final int MOST = 20_000;

    private static final long TIDY_MILLIS = 60_000;

    /** How old a row of an instance that does not report any more may get, milliseconds. */
    private static final long ORPHAN_MILLIS = 3_600_000;

    private final SharedTable table;
    private final Reports reports;
    private final String instance;
    private final Map<String, T> written = new HashMap<>();
    private long tidied;
    private boolean saidFull;

    Published(RedisConnection redis, String name) {
        this.table = new SharedTable(redis, name);
        this.reports = new Reports(redis);
        this.instance = redis.instance();
    }

    /** Writes what is new, and takes away what this instance wrote and does not have any more. */
    void publish(Map<String, T> now) {
        Map<String, byte[]> changed = new HashMap<>();
        Map<String, T> values = new HashMap<>();
        now.forEach((id, value) -> {
            if (!value.equals(written.get(id)) && room(id, values)) {
                values.put(id, value);
                changed.put(id, row(value));
            }
        });
        table.put(changed);
        written.putAll(values);
        List<String> gone = new ArrayList<>(written.keySet());
        gone.removeAll(now.keySet());
        table.remove(gone);
        gone.forEach(written::remove);
        if (table.time() - tidied > TIDY_MILLIS) {
            tidied = table.time();
            tidy(now.keySet());
        }
    }

    /** What was written counts as unknown: another instance writes, or Redis has forgotten. */
    void forget() {
        written.clear();
        tidied = 0;
    }

    private boolean room(String id, Map<String, T> values) {
        boolean room = written.containsKey(id) || written.size() + values.size() < MOST;
        if (!room && !saidFull) {
            saidFull = true;
            LOG.warn("the console shows {} rows at most; further ones are not published", MOST);
        }
        return room;
    }

    /** Rows of an earlier life of this instance, of instances that are long gone, and rows that Redis has lost. */
    private void tidy(Set<String> now) {
        Set<String> known = reports.all().stream().map(Report::instance).collect(Collectors.toSet());
        Map<String, byte[]> all = table.all();
        Collection<String> old = new HashSet<>();
        all.forEach((id, bytes) -> {
            JsonNode row = read(bytes);
            String writer = row.path("instance").asText();
            boolean ours = instance.equals(writer) && !now.contains(id);
            boolean nobodys = !known.contains(writer)
                    && !instance.equals(writer)
                    && row.path("at").asLong() < table.time() - ORPHAN_MILLIS;
            if (ours || nobodys) {
                old.add(id);
            }
        });
        table.remove(old);
        written.keySet().retainAll(all.keySet());
    }

    private static JsonNode read(byte[] row) {
        try {
            return JSON.readTree(row);
        } catch (IOException e) {
            return JSON.createObjectNode();
        }
    }

    private byte[] row(T value) {
        try {
            ObjectNode row = JSON.valueToTree(value);
            row.put("instance", instance);
            row.put("at", table.time());
            return JSON.writeValueAsBytes(row);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

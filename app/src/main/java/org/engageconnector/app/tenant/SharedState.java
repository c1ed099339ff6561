package org.engageconnector.app.tenant;

import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.engageconnector.component.redis.RedisConnection;

/** Journals and leases of the tenant as Redis has them. Throws what the Redis client throws. */
final class SharedState {

    private static final List<String> JOURNALS =
            List.of("engage-events", "conversation-events", "agent-state-events", "dead-letters");

    private final RedisConnection redis;

    SharedState(RedisConnection redis) {
        this.redis = redis;
    }

    /** Per journal how many entries wait, and for how long the oldest has. */
    List<Map<String, Object>> journals() {
        List<Map<String, Object>> journals = new ArrayList<>();
        for (String journal : JOURNALS) {
            List<String> keys = new ArrayList<>(List.of(redis.keys().journal(journal)));
            redis.call(commands -> commands.smembers(redis.keys().partitions(journal)))
                    .forEach(name -> keys.add(redis.keys().journal(journal + "/" + text(name))));
            long depth = 0;
            long oldest = 0;
            for (String key : keys) {
                depth += redis.call(commands -> commands.xlen(key));
                oldest = Math.max(oldest, age(key));
            }
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("name", journal);
            line.put("depth", depth);
            line.put("oldestSeconds", oldest);
            journals.add(line);
        }
        return journals;
    }

    private long age(String key) {
        return redis.call(commands -> commands.xrange(key, Range.unbounded(), Limit.from(1))).stream()
                .map(first -> first.getId())
                .mapToLong(id -> Math.max(0, (redis.time() - Long.parseLong(id.substring(0, id.indexOf('-')))) / 1_000))
                .findFirst()
                .orElse(0);
    }

    /** Every lease that was ever taken, with the instance that holds it; null when nobody does. */
    List<Map<String, Object>> leases() {
        List<Map<String, Object>> leases = new ArrayList<>();
        List<String> names = redis.call(commands -> commands.hkeys(redis.keys().ownerships()));
        for (String name : new TreeSet<>(names)) {
            byte[] holder = redis.call(commands -> commands.get(redis.keys().lease(name)));
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("name", name);
            line.put("instance", holder == null ? null : instance(text(holder)));
            leases.add(line);
        }
        return leases;
    }

    /** A lease record is the instance and a secret token; the token is not shown. */
    private static String instance(String record) {
        int token = record.lastIndexOf(' ');
        return token < 0 ? "" : record.substring(0, token);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

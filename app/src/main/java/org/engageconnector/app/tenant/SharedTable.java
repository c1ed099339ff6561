package org.engageconnector.app.tenant;

import io.lettuce.core.Range;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.engageconnector.component.redis.RedisConnection;
import org.engageconnector.component.redis.RedisPieces;

/**
 * A table of small rows in Redis that every instance may read: a hash, and beside it when each row was last written, so that a
 * reader asks for the changed rows only. Written and read in pieces. Throws what the Redis client throws.
 */
final class SharedTable {

    private static final int PIECE = 250;
    private static final long MARKS_KEPT_MILLIS = 600_000;

    private final RedisConnection redis;
    private final String rows;
    private final String marks;

    SharedTable(RedisConnection redis, String name) {
        this.redis = redis;
        this.rows = redis.keys().watch(name);
        this.marks = redis.keys().watch(name + ":changed");
    }

    void put(Map<String, byte[]> changed) {
        List<String> ids = new ArrayList<>(changed.keySet());
        for (int from = 0; from < ids.size(); from += PIECE) {
            Map<String, byte[]> piece = new HashMap<>();
            ids.subList(from, Math.min(ids.size(), from + PIECE)).forEach(id -> piece.put(id, changed.get(id)));
            redis.call(commands -> commands.hset(rows, piece));
            mark(piece.keySet());
        }
    }

    void remove(Collection<String> gone) {
        List<String> ids = new ArrayList<>(gone);
        for (int from = 0; from < ids.size(); from += PIECE) {
            List<String> piece = ids.subList(from, Math.min(ids.size(), from + PIECE));
            redis.call(commands -> commands.hdel(rows, piece.toArray(String[]::new)));
            mark(piece);
        }
    }

    private void mark(Collection<String> ids) {
        long now = redis.time();
        List<Object> scores = new ArrayList<>();
        for (String id : ids) {
            scores.add((double) now);
            scores.add(id.getBytes(StandardCharsets.UTF_8));
        }
        redis.call(commands -> commands.zadd(marks, scores.toArray()));
        redis.call(commands ->
                commands.zremrangebyscore(marks, Range.create(Double.NEGATIVE_INFINITY, now - MARKS_KEPT_MILLIS)));
    }

    Map<String, byte[]> all() {
        return RedisPieces.hash(redis, rows);
    }

    /** The rows written since a time of Redis' clock; a row that was removed is null. */
    Map<String, byte[]> since(long time) {
        List<String> ids = redis
                .call(commands -> commands.zrangebyscore(marks, Range.create((double) time, Double.POSITIVE_INFINITY)))
                .stream()
                .map(id -> new String(id, StandardCharsets.UTF_8))
                .toList();
        Map<String, byte[]> found = new HashMap<>();
        for (int from = 0; from < ids.size(); from += PIECE) {
            String[] piece =
                    ids.subList(from, Math.min(ids.size(), from + PIECE)).toArray(String[]::new);
            redis.call(commands -> commands.hmget(rows, piece))
                    .forEach(row -> found.put(row.getKey(), row.getValueOrElse(null)));
        }
        return found;
    }

    long time() {
        return redis.time();
    }
}

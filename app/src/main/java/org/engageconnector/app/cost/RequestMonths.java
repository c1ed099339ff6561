package org.engageconnector.app.cost;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;
import org.engageconnector.component.redis.RedisConnection;

/** The count of each month, in Redis, for all instances of all roles of the tenant. Throws what the Redis client throws. */
public final class RequestMonths {

    private static final String SINCE = ":since";
    private static final long KEPT_SECONDS = Duration.ofDays(400).toSeconds();

    private final RedisConnection redis;

    public RequestMonths(RedisConnection redis) {
        this.redis = redis;
    }

    /** Adds requests of a role to this month. */
    void add(String role, long requests) {
        long now = redis.time();
        String key = key(RequestMonth.of(now));
        byte[] since = Long.toString(now).getBytes(StandardCharsets.US_ASCII);
        redis.call(commands -> {
            commands.hsetnx(key, role + SINCE, since);
            commands.hincrby(key, role, requests);
            return commands.expire(key, KEPT_SECONDS);
        });
    }

    /** This month by role; roles that never ran in it are left out. */
    public Map<String, RequestMonth> now() {
        YearMonth month = RequestMonth.of(redis.time());
        Map<String, byte[]> fields = redis.call(commands -> commands.hgetall(key(month)));
        Map<String, RequestMonth> roles = new TreeMap<>();
        fields.forEach((name, value) -> {
            byte[] since = fields.get(name + SINCE);
            if (since != null) {
                roles.put(name, new RequestMonth(month, number(since), number(value)));
            }
        });
        return roles;
    }

    private static long number(byte[] value) {
        return Long.parseLong(new String(value, StandardCharsets.US_ASCII));
    }

    private String key(YearMonth month) {
        return redis.keys().requests(month.toString());
    }
}

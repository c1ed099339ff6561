package org.engageconnector.app.tenant;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.engageconnector.component.redis.RedisConnection;

/**
 * How many requests each role of the tenant has sent to Genesys Cloud in a calendar month (UTC), which its licence counts. What
 * a process sent in the second before it was killed is missing.
 */
public final class RequestCounts {

    private static final long KEPT_SECONDS = 400L * 86_400;

    private final RedisConnection redis;
    private final MeterRegistry meters;
    private final String role;
    private long counted;

    public RequestCounts(RedisConnection redis, MeterRegistry meters, String role) {
        this.redis = redis;
        this.meters = meters;
        this.role = role;
    }

    /** Adds what was sent since the last time; by one thread. */
    public void publish() {
        long sent = (long) meters.find("ex.genesys.cloud.requests").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
        if (sent > counted) {
            String key = key(redis);
            redis.call(commands -> commands.hincrby(key, role, sent - counted));
            counted = sent;
            redis.call(commands -> commands.expire(key, KEPT_SECONDS));
        }
    }

    /** This month's requests by role. */
    static Map<String, Long> thisMonth(RedisConnection redis) {
        Map<String, Long> counts = new TreeMap<>();
        redis.call(commands -> commands.hgetall(key(redis)))
                .forEach((name, count) -> counts.put(name, Long.parseLong(new String(count, StandardCharsets.UTF_8))));
        return counts;
    }

    private static String key(RedisConnection redis) {
        return redis.keys()
                .watch("requests:"
                        + YearMonth.from(Instant.ofEpochMilli(redis.time()).atZone(ZoneOffset.UTC)));
    }
}

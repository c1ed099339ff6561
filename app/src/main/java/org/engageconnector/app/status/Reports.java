package org.engageconnector.app.status;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.engageconnector.component.redis.RedisConnection;

/** The reports of all running roles of a tenant: one field of one hash each. Throws what the Redis client throws. */
public final class Reports {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String TIME = "reportedAt";

    private static final long FORGET_SECONDS = 24 * 3_600;

    private final RedisConnection redis;

    public Reports(RedisConnection redis) {
        this.redis = redis;
    }

    /** Stores a role's report in place of its last one. */
    public void put(String role, String instance, Map<String, Object> status) {
        ObjectNode json = JSON.valueToTree(status);
        json.put(TIME, redis.time());
        json.put("clockAheadMillis", System.currentTimeMillis() - redis.time());
        byte[] bytes = json.toString().getBytes(StandardCharsets.UTF_8);
        redis.call(commands -> commands.hset(redis.keys().instances(), role + " " + instance, bytes));
    }

    /** Says that a role has stopped as it should. */
    public void remove(String role, String instance) {
        redis.call(commands -> commands.hdel(redis.keys().instances(), role + " " + instance));
    }

    /** All reports, by role and instance; those of instances that died a day ago are forgotten on the way. */
    public List<Report> all() {
        List<Report> reports = new ArrayList<>();
        redis.call(commands -> commands.hgetall(redis.keys().instances())).forEach((name, bytes) -> {
            Report report = report(name, bytes);
            if (report.ageSeconds() > FORGET_SECONDS) {
                redis.call(commands -> commands.hdel(redis.keys().instances(), name));
            } else {
                reports.add(report);
            }
        });
        reports.sort(Comparator.comparing(Report::role).thenComparing(Report::instance));
        return reports;
    }

    /** Forgets what an instance that is silent reported, of all its roles; how many that were. One that still reports stays. */
    public int forget(String instance) {
        List<Report> gone = all().stream()
                .filter(report -> report.instance().equals(instance) && !report.running())
                .toList();
        gone.forEach(report -> remove(report.role(), instance));
        return gone.size();
    }

    /** Role and instance, with a space between, of each instance of a role that is at work. */
    public Set<String> running(String role) {
        return all().stream()
                .filter(report -> report.running() && report.role().equals(role))
                .map(report -> report.role() + " " + report.instance())
                .collect(Collectors.toSet());
    }

    /** Role and instance of each that is at work, with commas between; empty when there is none. */
    public static String working(RedisConnection redis) {
        return new Reports(redis)
                .all().stream()
                        .filter(Report::running)
                        .map(report -> report.role() + " on " + report.instance())
                        .collect(Collectors.joining(", "));
    }

    private Report report(String name, byte[] bytes) {
        int space = name.indexOf(' ');
        try {
            JsonNode json = JSON.readTree(new String(bytes, StandardCharsets.UTF_8));
            long age = Math.max(0, (redis.time() - json.path(TIME).asLong()) / 1_000);
            return new Report(name.substring(0, space), name.substring(space + 1), age, json);
        } catch (JsonProcessingException e) {
            return new Report(
                    name.substring(0, space), name.substring(space + 1), FORGET_SECONDS + 1, JSON.createObjectNode());
        }
    }
}

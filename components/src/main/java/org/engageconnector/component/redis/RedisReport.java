package org.engageconnector.component.redis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What Redis says of its set-up, and what we think of it.
 *
 * @param version for example {@code 7.0.15}; empty when it does not say
 * @param maxMemory bytes; 0 when there is no limit
 * @param refusals why the connector must not work with it; empty when it may
 * @param warnings what its operator should know
 */
public record RedisReport(String version, long maxMemory, List<String> refusals, List<String> warnings) {

    public boolean accepted() {
        return refusals.isEmpty();
    }

    /** Judges the text that INFO gives. */
    static RedisReport of(String info) {
        Map<String, String> facts = new HashMap<>();
        for (String line : info.split("\r?\n")) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                facts.put(line.substring(0, colon), line.substring(colon + 1).trim());
            }
        }
        List<String> refusals = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        String version = facts.getOrDefault("redis_version", "");
        if (!version.isEmpty() && older(version)) {
            refusals.add("Redis " + version + " is too old: 6.2 or newer is needed");
        }
        String policy = facts.get("maxmemory_policy");
        if (policy != null && !policy.equals("noeviction")) {
            refusals.add("maxmemory-policy is " + policy
                    + ", so Redis may drop journal entries: set it to noeviction in redis.conf");
        }
        if ("1".equals(facts.get("cluster_enabled"))) {
            refusals.add("this is a Redis Cluster: use a single Redis, with a replica where wanted");
        }
        if ("slave".equals(facts.get("role"))) {
            refusals.add("this is a replica, which takes no writes: name the primary in ex.redis.url");
        }
        if (policy == null) {
            warnings.add(
                    "Redis does not tell its maxmemory-policy (is INFO denied to this user?): make sure it is noeviction");
        }
        if (!"1".equals(facts.get("aof_enabled"))) {
            warnings.add("Redis has no append-only file: when it dies, events of more than the last 15 s may be lost;"
                    + " set appendonly yes in redis.conf");
        }
        long maxMemory = Long.parseLong(facts.getOrDefault("maxmemory", "0"));
        return new RedisReport(version, maxMemory, List.copyOf(refusals), List.copyOf(warnings));
    }

    private static boolean older(String version) {
        String[] parts = version.split("\\.");
        int major = Integer.parseInt(parts[0]);
        int minor = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
        return major < 6 || major == 6 && minor < 2;
    }
}

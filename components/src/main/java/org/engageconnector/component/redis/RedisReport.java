package org.engageconnector.component.redis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What Redis says of its set-up, and what we think of it.
 *
 * @param version for example {@code 7.0.15}, Valkey's own where it is Valkey; empty when it does not say
 * @param edition whose Redis it is
 * @param maxMemory bytes; 0 when there is no limit or it is not known
 * @param replica true when it takes no writes: another server is the one to talk to
 * @param refusals why the connector must not work with it; empty when it may
 * @param warnings what its operator should know
 */
public record RedisReport(
        String version,
        RedisEdition edition,
        long maxMemory,
        boolean replica,
        List<String> refusals,
        List<String> warnings) {

    private static final String NO_EVICTION = "noeviction";

    public boolean accepted() {
        return refusals.isEmpty();
    }

    /** The same, with one refusal more. */
    RedisReport refusing(String why) {
        List<String> all = new ArrayList<>(refusals);
        all.add(why);
        return new RedisReport(version, edition, maxMemory, replica, List.copyOf(all), warnings);
    }

    /** Such as {@code Redis 7.0.15}. */
    public String name() {
        return version.isEmpty() ? "a server that does not tell its version" : edition.label() + " " + version;
    }

    /**
     * Judges the text that INFO gives.
     *
     * @param policy the eviction policy as found out in another way where INFO does not tell it; empty when it was not
     */
    static RedisReport of(String info, RedisSettings settings, String policy) {
        Map<String, String> facts = new HashMap<>();
        for (String line : info.split("\r?\n")) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                facts.put(line.substring(0, colon), line.substring(colon + 1).trim());
            }
        }
        RedisEdition edition = edition(facts);
        String version = facts.getOrDefault(edition == RedisEdition.VALKEY ? "valkey_version" : "redis_version", "");
        List<String> refusals = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        if (edition != RedisEdition.VALKEY && !version.isEmpty() && major(version) < 6) {
            refusals.add("Redis " + version + " is too old: 6.0 or newer is needed");
        }
        if ("1".equals(facts.get("cluster_enabled"))) {
            refusals.add("this is a Redis Cluster: use a single Redis, with a replica where wanted");
        }
        boolean replica = "slave".equals(facts.get("role"));
        if (replica) {
            refusals.add("this is a replica, which takes no writes: name the primary in ex.redis.url,"
                    + " or a name or Sentinel that leads to it");
        }
        if ("1".equals(facts.get("loading"))) {
            refusals.add("it is loading its data: it is used when it has done so");
        }
        judgePolicy(facts.getOrDefault("maxmemory_policy", policy), settings, edition, refusals, warnings);
        if (edition != RedisEdition.ENTERPRISE && !"1".equals(facts.get("aof_enabled"))) {
            warnings.add("Redis has no append-only file: when it dies, events of more than the last 15 s may be lost;"
                    + " set appendonly yes in redis.conf");
        }
        long told = number(info, "maxmemory");
        long memory = told == 0 ? settings.memory() : told;
        if (memory == 0) {
            warnings.add(
                    edition == RedisEdition.ENTERPRISE
                            ? "Redis Enterprise does not tell the database's memory limit: set ex.redis.memory to it;"
                                    + " until then 2 GiB are taken for granted"
                            : "maxmemory is not set: set it in redis.conf; until then journals are bounded as if it were"
                                    + " 2 GiB");
        }
        if (told != 0 && settings.memory() > told) {
            warnings.add("ex.redis.memory is more than the server's maxmemory, which counts: " + told + " bytes");
        }
        return new RedisReport(version, edition, memory, replica, List.copyOf(refusals), List.copyOf(warnings));
    }

    /** A number that INFO tells; 0 when it does not. */
    static long number(String info, String fact) {
        return info.lines()
                .filter(line -> line.startsWith(fact + ":"))
                .map(line -> line.substring(fact.length() + 1).trim())
                .filter(text -> text.matches("\\d{1,18}"))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(0);
    }

    /** True when INFO was answered and leaves out what decides over a journal's life. */
    static boolean hidesPolicy(String info) {
        return !info.contains("maxmemory_policy:");
    }

    private static void judgePolicy(
            String policy, RedisSettings settings, RedisEdition edition, List<String> refusals, List<String> warnings) {
        String where = edition == RedisEdition.ENTERPRISE
                ? "set the database's data eviction policy to noeviction"
                : "set maxmemory-policy noeviction in redis.conf";
        if (!policy.isEmpty() && !policy.equals(NO_EVICTION)) {
            refusals.add("maxmemory-policy is " + policy + ", so Redis may drop "
                    + (policy.startsWith("volatile-") ? "leases and the marks of seen events" : "journal entries")
                    + ": "
                    + where);
        }
        if (policy.isEmpty() && !settings.policyConfirmed()) {
            warnings.add(edition.label() + " does not tell its maxmemory-policy"
                    + (edition == RedisEdition.ENTERPRISE ? "" : " (is INFO denied to this user?)") + ": " + where
                    + ", then confirm it with ex.redis.maxmemory-policy=noeviction");
        }
    }

    /** Every Redis and Valkey tells its policy in INFO; Redis Enterprise does not. */
    private static RedisEdition edition(Map<String, String> facts) {
        if (facts.containsKey("valkey_version")) {
            return RedisEdition.VALKEY;
        }
        boolean silent = facts.containsKey("redis_version") && !facts.containsKey("maxmemory_policy");
        return silent ? RedisEdition.ENTERPRISE : RedisEdition.REDIS;
    }

    private static int major(String version) {
        String digits = version.split("\\.")[0];
        return digits.matches("\\d{1,4}") ? Integer.parseInt(digits) : Integer.MAX_VALUE;
    }
}

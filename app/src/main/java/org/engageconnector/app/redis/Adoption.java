package org.engageconnector.app.redis;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.engageconnector.component.redis.RedisConnection;
import org.engageconnector.component.redis.RedisPieces;
import org.engageconnector.component.redis.Script;

/**
 * Takes over a Redis that was restored from a backup. What is of an earlier time is laid aside, not sent: journals, calls and
 * states as they were then. What is still true stays: the ID map, what config-sync knows, dead letters. Config-sync compares
 * everything before the roles that need its map begin.
 */
public final class Adoption {

    private static final Script SCRIPT = Script.beside(Adoption.class, "adopt.lua");
    private static final List<String> JOURNALS = List.of("engage-events", "conversation-events", "agent-state-events");
    private static final List<String> OF_THEN =
            List.of("parked:", "inflight:", "notes:", "state:", "lease:", "members:");
    private static final long KEPT_SECONDS = 7 * 24 * 3600L;
    private static final int PAGE = 1000;

    private final RedisConnection redis;

    public Adoption(RedisConnection redis) {
        this.redis = redis;
    }

    /** The keys that are laid aside, sorted. */
    public List<String> keys() {
        String prefix = redis.keys().prefix();
        TreeSet<String> found = new TreeSet<>();
        RedisPieces.keys(
                redis,
                prefix + "*",
                PAGE,
                page -> page.stream()
                        .filter(key -> isOfThen(key.substring(prefix.length())))
                        .forEach(found::add));
        return List.copyOf(found);
    }

    private static boolean isOfThen(String name) {
        boolean journal =
                JOURNALS.stream().anyMatch(each -> name.equals("j:" + each) || name.startsWith("j:" + each + "/"));
        return journal || name.equals("commits") || OF_THEN.stream().anyMatch(name::startsWith);
    }

    /** Lays these keys aside for a week, and returns how many. */
    public long lay(List<String> keys) {
        String aside = redis.keys().prefix() + "before:" + redis.time() + ":";
        List<String> names = new ArrayList<>(List.of(
                redis.keys().bytes(),
                redis.keys().directory("facts"),
                redis.keys().sync("run"),
                redis.keys().pulses()));
        for (String key : keys) {
            names.add(key);
            names.add(aside + key.substring(redis.keys().prefix().length()));
        }
        List<byte[]> arguments = new ArrayList<>();
        arguments.add(bytes(Long.toString(KEPT_SECONDS)));
        arguments.add(bytes(Integer.toString(JOURNALS.size())));
        JOURNALS.forEach(journal -> arguments.add(bytes(journal)));
        return (Long) redis.call(SCRIPT, names, arguments).get(0);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

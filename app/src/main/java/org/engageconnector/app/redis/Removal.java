package org.engageconnector.app.redis;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.engageconnector.component.redis.RedisConnection;
import org.engageconnector.component.redis.RedisKeys;
import org.engageconnector.component.redis.RedisPieces;

/**
 * Takes everything of one tenant out of Redis, for good: its own keys, and the notes that it syncs into an organisation. Works in
 * bounded steps, so that a Redis that others use goes on answering them. Keys of other tenants are not touched.
 */
public final class Removal {

    /** Keys a step looks at, about, and removes at most. */
    private static final int PAGE = 500;

    /** Passes until no key is left; more than a few means that somebody writes meanwhile. */
    private static final int MOST_PASSES = 5;

    private static final String ORGANISATIONS = "organisation";

    private final RedisConnection redis;
    private final String tenant;

    public Removal(RedisConnection redis, String tenant) {
        this.redis = redis;
        this.tenant = tenant;
    }

    /** How many keys there are of each kind: the first part of their name in the table of docs/redis.md#keys. Changes nothing. */
    public Map<String, Long> kinds() {
        Map<String, Long> kinds = new TreeMap<>();
        eachPage(redis.keys().prefix() + "*", page -> page.forEach(key -> kinds.merge(kind(key), 1L, Long::sum)));
        eachPage(
                RedisKeys.organisation("*"),
                page -> page.stream().filter(isOurs()).forEach(key -> kinds.merge(ORGANISATIONS, 1L, Long::sum)));
        return kinds;
    }

    /** Entries that nobody has handled, by journal; they are lost with the keys. */
    public Map<String, Long> waiting() {
        Map<String, Long> waiting = new TreeMap<>();
        String journals = redis.keys().journal("");
        eachPage(
                journals + "*",
                page -> page.forEach(key -> waiting.merge(
                        key.substring(journals.length()), redis.call(commands -> commands.xlen(key)), Long::sum)));
        waiting.values().removeIf(entries -> entries == 0);
        return waiting;
    }

    /** Removes all of it, and returns what is left: nothing, unless somebody writes meanwhile. */
    public Map<String, Long> remove() {
        for (int pass = 0; pass < MOST_PASSES && !kinds().isEmpty(); pass++) {
            eachPage(redis.keys().prefix() + "*", this::unlink);
            eachPage(
                    RedisKeys.organisation("*"),
                    page -> unlink(page.stream().filter(isOurs()).toList()));
        }
        return kinds();
    }

    private void unlink(List<String> keys) {
        for (int from = 0; from < keys.size(); from += PAGE) {
            String[] step =
                    keys.subList(from, Math.min(keys.size(), from + PAGE)).toArray(String[]::new);
            redis.call(commands -> commands.unlink(step));
        }
    }

    private Predicate<String> isOurs() {
        byte[] ours = tenant.getBytes(StandardCharsets.UTF_8);
        return key -> Arrays.equals(ours, redis.call(commands -> commands.get(key)));
    }

    private String kind(String key) {
        String name = key.substring(redis.keys().prefix().length());
        int colon = name.indexOf(':');
        return colon < 0 ? name : name.substring(0, colon);
    }

    private void eachPage(String pattern, Consumer<List<String>> action) {
        RedisPieces.keys(redis, pattern, PAGE, action);
    }
}

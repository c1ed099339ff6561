package org.engageconnector.component.redis;

import io.lettuce.core.api.async.RedisAsyncCommands;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Notices a Redis that was restored from a backup: each instance notes the time in it every 5 s, and knows what it noted last.
 * A failover forgets seconds; a Redis that has this instance's note of minutes before is another day's. The first to notice
 * says so in Redis, so that all stop. The watch thread's.
 */
final class Pulse {

    /** Who says that the data were restored; beside the instances' notes, and no instance's name. */
    static final String RESTORED = "!restored";

    private static final String PROBE = "!probe";

    /** What it is called where it fails. */
    private static final String WRITING = "writing of this instance's note of the time";

    static final long EVERY_MILLIS = 5_000;

    /** What a failover or a lost append-only file may forget, at most: the ring and the resync mend that. */
    private static final long FORGIVEN_MILLIS = 120_000;

    private final RedisConnection redis;
    private final String key;
    private long noted;

    Pulse(RedisConnection redis) {
        this.redis = redis;
        this.key = redis.keys().pulses();
    }

    /** Notes the time when it is time to; a Redis that refuses it is told of where work fails. */
    void note(RedisAsyncCommands<String, byte[]> commands, long now) {
        if (now - noted < EVERY_MILLIS && now >= noted) {
            return;
        }
        try {
            redis.await(commands.hset(key, redis.instance(), bytes(Long.toString(now))));
            noted = now;
            redis.work().done(RedisWork.ANY, WRITING);
        } catch (RedisUnavailableException e) {
            redis.work().failed(RedisWork.ANY, WRITING, e.getMessage());
            if (!e.refused()) {
                throw e;
            }
        }
    }

    /** Tries a write that changes nothing of worth; what the server says to it, or nothing. */
    Optional<ServerWord> refusal(RedisAsyncCommands<String, byte[]> commands) {
        try {
            redis.await(commands.hset(key, PROBE, bytes("1")));
            return Optional.empty();
        } catch (RedisUnavailableException e) {
            if (e.word().refusesWrites()) {
                return Optional.of(e.word());
            }
            throw e;
        }
    }

    /** What the server says against a write that changes nothing of worth, whatever its word; empty when it takes it. */
    Optional<String> objection(RedisAsyncCommands<String, byte[]> commands) {
        try {
            redis.await(commands.hset(key, PROBE, bytes("1")));
            return Optional.empty();
        } catch (RedisUnavailableException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** Why this Redis must not be worked with; empty when it may. */
    Optional<String> problem(RedisAsyncCommands<String, byte[]> commands) {
        var found = redis.await(commands.hmget(key, redis.instance(), RESTORED));
        if (found.get(1).hasValue()) {
            return Optional.of(said(new String(found.get(1).getValue(), StandardCharsets.UTF_8)));
        }
        if (noted == 0 || !found.get(0).hasValue()) {
            return Optional.empty();
        }
        String note = new String(found.get(0).getValue(), StandardCharsets.US_ASCII);
        if (!note.matches("\\d{1,18}")) {
            // written over by somebody: the next note mends it
            return Optional.empty();
        }
        long forgotten = noted - Long.parseLong(note);
        if (forgotten <= FORGIVEN_MILLIS) {
            return Optional.empty();
        }
        String minutes = forgotten / 60_000 + " min older than what " + redis.instance() + " last wrote";
        redis.await(commands.hset(key, RESTORED, bytes(minutes)));
        return Optional.of(said(minutes));
    }

    private static String said(String how) {
        return "its data were restored from a backup (" + how
                + "): run `engage-connector redis adopt`, which docs/redis.md"
                + " describes; until then nothing is read or sent";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

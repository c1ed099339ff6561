package org.engageconnector.component.redis;

import io.lettuce.core.api.StatefulRedisConnection;
import java.util.List;

/**
 * A connection of one's own for scripts: what is large or slow there does not hold up what others ask, nor run out their time limit.
 * Opened at the first use, and anew when the process' connection went elsewhere. Thread-safe.
 */
public final class RedisLane implements AutoCloseable {

    private final RedisConnection redis;
    private StatefulRedisConnection<String, byte[]> connection;
    private int connect;

    public RedisLane(RedisConnection redis) {
        this.redis = redis;
    }

    /** Runs a script and waits for its answer, as {@link RedisConnection#call(Script, List, List)} does. */
    public List<Object> call(Script script, List<String> keys, List<byte[]> arguments) {
        StatefulRedisConnection<String, byte[]> now = connection();
        try {
            return redis.await(script.run(now.async(), keys.toArray(String[]::new), arguments.toArray(byte[][]::new)));
        } catch (RedisUnavailableException e) {
            if (!e.refused() || !now.isOpen()) {
                leave(now);
            }
            throw e;
        }
    }

    private synchronized StatefulRedisConnection<String, byte[]> connection() {
        redis.commands();
        int present = redis.connects();
        StatefulRedisConnection<String, byte[]> now = connection;
        if (now != null && (connect != present || !now.isOpen())) {
            leave(now);
            now = null;
        }
        if (now == null) {
            connect = present;
            connection = now = redis.dedicated();
        }
        return now;
    }

    private synchronized void leave(StatefulRedisConnection<String, byte[]> left) {
        left.closeAsync();
        if (connection == left) {
            connection = null;
        }
    }

    @Override
    public synchronized void close() {
        if (connection != null) {
            leave(connection);
        }
    }
}

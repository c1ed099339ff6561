package org.engageconnector.app.role;

import io.netty.channel.EventLoopGroup;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.camel.component.netty.NettyWorkerPoolBuilder;
import org.engageconnector.app.redis.RedisFor;
import org.engageconnector.app.settings.RoleSettings;
import org.engageconnector.component.redis.RedisConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the roles of one process share: Netty's event loops, the Redis client. Parts are made when first asked for and closed
 * when the process ends, last made first. Thread-safe.
 */
public final class SharedParts implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SharedParts.class);

    private static final Duration REDIS_LIMIT = Duration.ofSeconds(2);

    private final Map<String, Object> parts = new HashMap<>();

    private final Deque<AutoCloseable> closing = new ArrayDeque<>();

    private EventLoopGroup eventLoops;

    /** The event loops of both Engage components. */
    public synchronized EventLoopGroup eventLoops() {
        if (eventLoops == null) {
            eventLoops =
                    new NettyWorkerPoolBuilder().withName("engage-event-loop").build();
            closing.push(
                    () -> eventLoops.shutdownGracefully(0, 2, TimeUnit.SECONDS).await(3, TimeUnit.SECONDS));
        }
        return eventLoops;
    }

    /** The Redis client, connected in the background; the settings of the first role that asks count. */
    public RedisConnection redis(RoleSettings settings) {
        return part("redis", RedisConnection.class, () -> {
            RedisConnection redis = new RedisConnection(RedisFor.settings(settings, "", REDIS_LIMIT));
            redis.activity().active(settings.flag("ex.active"));
            return redis;
        });
    }

    /** The part of that name, made by the first who asks. */
    public synchronized <T extends AutoCloseable> T part(String name, Class<T> type, Supplier<T> maker) {
        return type.cast(parts.computeIfAbsent(name, key -> {
            T made = maker.get();
            closing.push(made);
            return made;
        }));
    }

    @Override
    public synchronized void close() {
        while (!closing.isEmpty()) {
            try {
                closing.pop().close();
            } catch (Exception e) {
                LOG.warn("a shared part could not be closed cleanly", e);
            }
        }
    }
}

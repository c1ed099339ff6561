package org.engageconnector.component.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.protocol.ProtocolVersion;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How we use Lettuce: short time limits, a bounded queue, no command kept while disconnected and none sent again by the
 * client itself, because a script that already ran must not run twice unseen.
 */
final class LettuceSetup {

    /** Keys are text, values bytes. */
    static final RedisCodec<String, byte[]> CODEC = RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);

    private static final int QUEUE = 10_000;

    private LettuceSetup() {}

    static RedisClient client(RedisSettings settings) {
        RedisURI uri = uri(settings);
        uri.setTimeout(settings.commandTimeout());
        uri.setClientName("engage-connector");
        ClientResources resources = DefaultClientResources.builder()
                .ioThreadPoolSize(2)
                .computationThreadPoolSize(2)
                .reconnectDelay(
                        Delay.exponential(Duration.ofMillis(50), Duration.ofSeconds(2), 2, TimeUnit.MILLISECONDS))
                .build();
        RedisClient client = RedisClient.create(resources, uri);
        client.setOptions(ClientOptions.builder()
                .autoReconnect(true)
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .replayFilter(command -> true)
                .requestQueueSize(QUEUE)
                .protocolVersion(ProtocolVersion.RESP2)
                .timeoutOptions(TimeoutOptions.enabled(settings.commandTimeout()))
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(settings.commandTimeout())
                        .keepAlive(true)
                        .build())
                .build());
        return client;
    }

    private static RedisURI uri(RedisSettings settings) {
        try {
            return RedisURI.create(settings.url());
        } catch (RuntimeException e) {
            // the cause would quote the password
            throw new IllegalArgumentException(
                    "ex.redis.url is not a Redis address: it must be redis://[user:password@]host[:port][/database], or rediss://");
        }
    }

    /** Host, port and database, never user or password. */
    static String describe(RedisSettings settings) {
        RedisURI uri = uri(settings);
        return uri.getHost() + ":" + uri.getPort() + "/" + uri.getDatabase();
    }

    /** What INFO says; empty when this user may not ask. */
    static String info(RedisConnection redis, StatefulRedisConnection<String, byte[]> connection) {
        try {
            return redis.await(connection.async().info());
        } catch (RedisUnavailableException e) {
            if (e.refused() && connection.isOpen()) {
                return "";
            }
            throw e;
        }
    }

    static void close(RedisClient client) {
        client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        client.getResources().shutdown(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(3, TimeUnit.SECONDS);
    }
}

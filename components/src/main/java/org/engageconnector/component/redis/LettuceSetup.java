package org.engageconnector.component.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCredentials;
import io.lettuce.core.RedisCredentialsProvider;
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
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

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
        uri.getSentinels().forEach(sentinel -> {
            sentinel.setTimeout(settings.commandTimeout());
            sentinel.setSsl(uri.isSsl());
            sentinel.setVerifyPeer(uri.getVerifyMode());
            if (!settings.sentinelPassword().isEmpty()) {
                sentinel.setCredentialsProvider(
                        RedisCredentialsProvider.from(() -> RedisCredentials.just(null, settings.sentinelPassword())));
            }
        });
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
                .sslOptions(settings.tls().options())
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
            RedisURI uri = RedisURI.create(settings.url());
            if (!uri.getSentinels().isEmpty()
                    && (uri.getSentinelMasterId() == null
                            || uri.getSentinelMasterId().isBlank())) {
                throw new IllegalArgumentException("no master name");
            }
            return uri;
        } catch (RuntimeException e) {
            // the cause would quote the password
            throw new IllegalArgumentException(
                    "ex.redis.url is not a Redis address: it must be redis://[user:password@]host[:port][/database], rediss://,"
                            + " or redis-sentinel://[user:password@]host[:port][,host[:port]...][/database]#master-name");
        }
    }

    /** Host, port and database, never user or password. */
    static String describe(RedisSettings settings) {
        RedisURI uri = uri(settings);
        if (!uri.getSentinels().isEmpty()) {
            String sentinels = uri.getSentinels().stream()
                    .map(sentinel -> sentinel.getHost() + ":" + sentinel.getPort())
                    .collect(Collectors.joining(","));
            return "master " + uri.getSentinelMasterId() + " of the Sentinels " + sentinels + ", database "
                    + uri.getDatabase();
        }
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

    /**
     * The eviction policy where INFO does not tell it, by CONFIG GET, which changes nothing; empty when that is denied too.
     */
    static String policy(RedisConnection redis, StatefulRedisConnection<String, byte[]> connection) {
        try {
            Map<String, String> told = redis.await(connection.async().configGet("maxmemory-policy"));
            return told.getOrDefault("maxmemory-policy", "");
        } catch (RedisUnavailableException e) {
            if (!e.refused() || !connection.isOpen()) {
                throw e;
            }
            return "";
        }
    }

    static void close(RedisClient client) {
        client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        client.getResources().shutdown(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(3, TimeUnit.SECONDS);
    }
}

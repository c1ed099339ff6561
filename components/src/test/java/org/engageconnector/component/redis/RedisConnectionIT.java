package org.engageconnector.component.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The shared client against real servers: TLS, users, absence, refusal. */
class RedisConnectionIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    @Test
    void tlsUserPasswordAndDatabaseComeFromTheUrl() throws Exception {
        SelfSigned tls = SelfSigned.create();
        int port = freePort();
        String before = System.getProperty("javax.net.ssl.trustStore");
        System.setProperty("javax.net.ssl.trustStore", tls.trustStore().toString());
        System.setProperty("javax.net.ssl.trustStorePassword", SelfSigned.PASSWORD);
        try (TestRedis server = TestRedis.with(
                        "tls-port", Integer.toString(port),
                        "tls-cert-file", tls.certificate().toString(),
                        "tls-key-file", tls.key().toString(),
                        "tls-ca-cert-file", tls.certificate().toString(),
                        "tls-auth-clients", "no",
                        "user", "connector on >s3cret-word ~{ex:*}:* ~ex:organisation:* +@all -@dangerous +info");
                RedisConnection redis = connect("rediss://connector:s3cret-word@127.0.0.1:" + port + "/3")) {
            assertThat(redis.available()).isTrue();
            redis.call(commands -> commands.set(redis.keys().sync("x"), new byte[] {1}));
            assertThatThrownBy(() -> redis.call(commands -> commands.set("elsewhere", new byte[] {1})))
                    .hasMessageContaining("NOPERM");
            assertThat(redis.report().version()).startsWith("7.0");

            try (RedisConnection wrong = connect("rediss://connector:wrong-word@127.0.0.1:" + port)) {
                assertThatThrownBy(wrong::commands)
                        .isInstanceOf(RedisUnavailableException.class)
                        .hasMessageContaining("WRONGPASS")
                        .hasMessageNotContaining("wrong-word");
            }
        } finally {
            System.clearProperty("javax.net.ssl.trustStorePassword");
            if (before == null) {
                System.clearProperty("javax.net.ssl.trustStore");
            } else {
                System.setProperty("javax.net.ssl.trustStore", before);
            }
        }
    }

    /** The user of docs/redis.md, on the oldest Redis: there every CLIENT command counts as dangerous. */
    @Test
    void theDocumentedUserIsEnoughOnRedis62Too() {
        try (TestRedis server = TestRedis.oldWith(
                        "user", "connector on >s3cret-word ~{ex:*}:* ~ex:organisation:* +@all -@dangerous +info");
                RedisConnection redis = connect("redis://connector:s3cret-word@127.0.0.1:" + server.port())) {
            assertThat(redis.available()).isTrue();
            assertThat(redis.report().version()).startsWith("6.2");
            redis.call(
                    Script.of("return { redis.call('SET', KEYS[1], ARGV[1]) }"),
                    List.of(redis.keys().sync("x")),
                    List.of(new byte[] {1}));
            redis.dedicated().close();
        }
    }

    @Test
    void aServerThatMayEvictIsNeverUsed() {
        try (TestRedis server = TestRedis.with("maxmemory", "100mb", "maxmemory-policy", "allkeys-lru");
                RedisConnection redis = server.connect("a")) {
            assertThat(redis.available()).isFalse();
            assertThatThrownBy(redis::commands)
                    .isInstanceOf(RedisUnavailableException.class)
                    .hasMessageContaining("maxmemory-policy");
        }
    }

    @Test
    void whileRedisIsAwayCommandsAreRefusedAtOnceAndItIsFoundWhenItComes() {
        try (TestRedis server = TestRedis.with()) {
            server.stop();
            try (RedisConnection redis = server.connect("a")) {
                AtomicInteger connects = new AtomicInteger();
                redis.onConnect(connects::incrementAndGet);
                assertThat(redis.available()).isFalse();
                assertThatThrownBy(redis::commands)
                        .isInstanceOfSatisfying(
                                RedisUnavailableException.class,
                                e -> assertThat(e.refused()).isTrue());

                server.start();
                await().atMost(SOON).until(redis::available);
                assertThat(connects).hasValue(1);
                assertThat(redis.time())
                        .isBetween(System.currentTimeMillis() - 60_000, System.currentTimeMillis() + 60_000);
            }
        }
    }

    @Test
    void aScriptThatRedisHasForgottenIsSentAgain() {
        try (TestRedis server = TestRedis.with();
                RedisConnection redis = server.connect("a")) {
            Script script = Script.of("return { ARGV[1] }");
            redis.call(script, List.of(), List.of(new byte[] {'1'}));
            redis.call(commands -> commands.scriptFlush());

            assertThat((byte[]) redis.call(script, List.of(), List.of(new byte[] {'2'}))
                            .get(0))
                    .containsExactly('2');
        }
    }

    @Test
    void anAddressThatIsNoneIsNamedWithoutItsPassword() {
        assertThatThrownBy(() -> connect("http://user:pass-word@somewhere"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ex.redis.url")
                .hasMessageNotContaining("pass-word");
    }

    private static RedisConnection connect(String url) {
        return new RedisConnection(RedisSettings.of(url, "1", "a"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

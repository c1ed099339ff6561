package org.engageconnector.app.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.ProtocolKeyword;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.engageconnector.app.console.ConsoleSite;
import org.engageconnector.app.settings.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Ready means that it moves: each cause in a real Redis under three real roles, how long until it is said, and how. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReadinessIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration SAID = Duration.ofSeconds(40);
    private static final List<Role> ALL = List.of(Role.values());

    @TempDir
    static Path directory;

    private static ConsoleSite site;
    private static RedisClient client;
    private static StatefulRedisConnection<String, String> connection;
    private static RedisCommands<String, String> redis;

    /** What makes an end of the cause. */
    interface Undo {
        void run() throws Exception;
    }

    private Undo undo = () -> {};
    private String cause = "";
    private String said = "";
    private double seconds;

    @BeforeAll
    static void start() throws Exception {
        site = new ConsoleSite(
                6,
                directory,
                Map.of(
                        "ex.redis.url",
                        "redis://connector:first@127.0.0.1:REDIS_PORT",
                        "ex.config-sync.interval",
                        "5m"));
        connect();
    }

    @AfterAll
    static void stop() throws Exception {
        connection.close();
        client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        site.close();
    }

    private static void connect() {
        client = RedisClient.create("redis://127.0.0.1:" + site.redisPort());
        connection = client.connect();
        redis = connection.sync();
        send("ACL SETUSER connector on nopass ~* &* +@all");
    }

    @BeforeEach
    void allAreReady() {
        await().atMost(SOON.multipliedBy(2)).ignoreExceptions().until(() -> site.ready());
    }

    @AfterEach
    void allAreReadyAgain() throws Exception {
        undo.run();
        long begun = System.nanoTime();
        await().atMost(SOON).ignoreExceptions().until(() -> site.ready());
        System.out.printf(
                Locale.ROOT,
                "readiness: | %s | %.1f s | %s | %.1f s |%n",
                cause,
                seconds,
                said,
                (System.nanoTime() - begun) / 1e9);
    }

    @Test
    @Order(1)
    void a_redis_at_its_maxmemory() {
        undo = () -> send("CONFIG SET maxmemory 300mb");
        send("CONFIG SET maxmemory 1mb");
        notReady("Redis is at maxmemory", ALL, "OOM", "maxmemory");
        assertThat(site.command("status")).startsWith("0 Redis takes no writes").contains("OOM");
    }

    @Test
    @Order(2)
    void a_user_that_may_not_write_any_more() {
        undo = () -> send("ACL SETUSER connector +@all");
        send("ACL SETUSER connector -@write");
        notReady("the user may not write any more", ALL, "NOPERM", "ex.redis.url");
        assertThat(site.command("status")).startsWith("0 Redis takes no writes").contains("NOPERM");
    }

    @Test
    @Order(3)
    void a_user_that_may_run_no_scripts_any_more() {
        undo = () -> send("ACL SETUSER connector +@all");
        send("ACL SETUSER connector -@scripting");
        notReady("the user may run no scripts any more", ALL, "NOPERM", "ex.redis.url");
    }

    @Test
    @Order(4)
    void a_user_that_may_not_read_streams_any_more() {
        undo = () -> send("ACL SETUSER connector +@all");
        send("ACL SETUSER connector -xread -xrange");
        notReady(
                "the user may not read streams any more",
                List.of(Role.CONVERSATION_PROVIDER, Role.AGENT_STATE_SYNC),
                "NOPERM",
                "has failed for");
    }

    @Test
    @Order(5)
    void an_eviction_policy_that_was_changed() {
        undo = () -> send("CONFIG SET maxmemory-policy noeviction");
        send("CONFIG SET maxmemory-policy allkeys-lru");
        notReady("the eviction policy was changed", ALL, "allkeys-lru", "noeviction");
    }

    @Test
    @Order(6)
    void a_journal_that_is_no_stream() {
        String key = key("j:conversation-events");
        redis.del(key);
        redis.set(key, "somebody else's");
        undo = () -> redis.del(key);
        notReady(
                "conversation-events is no stream",
                List.of(Role.CONVERSATION_PROVIDER),
                "WRONGTYPE",
                "conversation-events");
        assertThat(down(Role.AGENT_STATE_SYNC)).isEmpty();
    }

    @Test
    @Order(7)
    void a_partition_that_is_no_stream() {
        String partition =
                redis.smembers(key("partitions:engage-events")).iterator().next();
        String key = key("j:engage-events/" + partition);
        redis.del(key);
        redis.set(key, "somebody else's");
        undo = () -> redis.del(key);
        notReady("engage-events is no stream", List.of(Role.CONVERSATION_PROVIDER), "WRONGTYPE", "engage-events");
    }

    @Test
    @Order(8)
    void agent_states_that_are_no_hash() {
        String key = key("lease:agent-states");
        redis.del(key);
        redis.hset(key, "a", "b");
        undo = () -> redis.del(key);
        notReady("a lease is no text", List.of(Role.AGENT_STATE_SYNC), "WRONGTYPE", "agent-states");
        assertThat(down(Role.CONVERSATION_PROVIDER)).isEmpty();
    }

    @Test
    @Order(9)
    void an_id_map_that_is_gone() {
        cause = "the ID map was deleted";
        long begun = System.nanoTime();
        // config-sync writes it again within seconds, so it is deleted until all have been seen to notice
        for (Role role : ALL) {
            await().atMost(SAID).pollInterval(Duration.ofMillis(50)).until(() -> {
                redis.keys("*:dir:*").forEach(redis::del);
                said = down(role);
                return said.contains("ID map");
            });
        }
        seconds = (System.nanoTime() - begun) / 1e9;
    }

    @Test
    @Order(10)
    void everything_that_is_gone() {
        cause = "FLUSHALL";
        long begun = System.nanoTime();
        for (Role role : ALL) {
            await().atMost(SAID).pollInterval(Duration.ofMillis(50)).until(() -> {
                redis.flushall();
                said = down(role);
                return said.contains("ID map");
            });
        }
        seconds = (System.nanoTime() - begun) / 1e9;
    }

    @Test
    @Order(11)
    void a_wrong_password() {
        undo = () -> send("ACL SETUSER connector nopass");
        send("ACL SETUSER connector resetpass >other");
        redis.clientList()
                .lines()
                .filter(line -> line.contains("user=connector"))
                .forEach(line -> redis.clientKill(line.replaceAll(".* addr=(\\S+) .*", "$1")));
        notReady("the password is wrong", ALL, "WRONGPASS", "password");
        assertThat(said).doesNotContain("first").doesNotContain("other");
    }

    @Test
    @Order(12)
    void a_run_of_config_sync_can_be_asked_for_on_the_command_line() {
        assertThat(site.command("sync")).startsWith("0 a run begins");
        assertThat(site.command("sync", "--full")).startsWith("0 a whole run begins");
    }

    @Test
    @Order(13)
    void a_redis_that_is_away_and_comes_back_empty() throws Exception {
        connection.close();
        client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        undo = () -> {
            site.startRedis();
            connect();
        };
        site.stopRedis();
        notReady("Redis is away", ALL, "cannot connect to Redis");
    }

    private void notReady(String what, List<Role> roles, String... words) {
        cause = what;
        long begun = System.nanoTime();
        for (Role role : roles) {
            await("not ready: " + role.id())
                    .atMost(SAID)
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> {
                        String now = down(role);
                        said = now.isEmpty() ? said : now;
                        return List.of(words).stream().allMatch(now::contains);
                    });
        }
        seconds = (System.nanoTime() - begun) / 1e9;
    }

    /** What the readiness checks of a role say that are down. */
    private static String down(Role role) {
        try {
            HttpResponse<String> answer = site.get(role, "/observe/health/ready", null);
            List<String> messages = new ArrayList<>();
            if (answer.statusCode() != 200) {
                for (JsonNode check : JSON.readTree(answer.body()).path("checks")) {
                    if (!check.path("status").asText().equals("UP")) {
                        messages.add(check.path("name").asText() + ": "
                                + check.path("message").asText());
                    }
                }
            }
            return String.join("; ", messages);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String key(String name) {
        return redis.keys("*" + name).stream()
                .findFirst()
                .orElseGet(() -> redis.keys("*:pulses").get(0).replace("pulses", name));
    }

    private static String send(String line) {
        String[] words = line.split(" ");
        CommandArgs<String, String> arguments = new CommandArgs<>(StringCodec.UTF8);
        for (int i = 1; i < words.length; i++) {
            arguments.add(words[i]);
        }
        ProtocolKeyword name = new ProtocolKeyword() {
            @Override
            public byte[] getBytes() {
                return words[0].getBytes(StandardCharsets.US_ASCII);
            }
        };
        return redis.dispatch(name, new StatusOutput<>(StringCodec.UTF8), arguments);
    }
}

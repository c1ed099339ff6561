package org.engageconnector.app.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.engageconnector.app.delivery.ConversationEntries.single;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.engageconnector.app.delivery.ScriptedCloud.Event;
import org.engageconnector.component.redis.RedisConnection;
import org.engageconnector.component.redis.RedisSettings;
import org.engageconnector.simulators.world.LocalRedis;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What somebody has written over in Redis holds up nothing but itself. */
class UnreadableRecordsIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String JOURNAL = "conversation-events";
    private static final List<String> NONSENSE =
            List.of("", " ", "x", "-", "|", "9".repeat(40), "1-", "1-x,", "\u0000\u00ff");

    private static LocalRedis server;

    private final ScriptedCloud cloud = new ScriptedCloud();
    private final String tenant = "t" + UUID.randomUUID().toString().substring(0, 8);
    private final List<DeliveringRole> roles = new ArrayList<>();

    @BeforeAll
    static void startRedis() throws IOException {
        server = LocalRedis.start();
    }

    @AfterAll
    static void stopRedis() throws IOException {
        server.close();
    }

    @AfterEach
    void stop() {
        roles.forEach(DeliveringRole::close);
        cloud.close();
    }

    @Test
    void notes_of_a_delivery_that_nobody_can_read_are_passed_over() {
        delivers(redis -> {
            for (int i = 0; i < NONSENSE.size(); i++) {
                byte[] bytes = NONSENSE.get(i).getBytes(StandardCharsets.UTF_8);
                for (String field : List.of("leg:" + i, "key:c" + i, "stopped:conversations")) {
                    redis.call(commands -> commands.hset(redis.keys().notes(JOURNAL), field, bytes));
                }
            }
        });
        assertThat(roles.get(0).owner.status().get(0).get("unreadableRecords"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.INTEGER)
                .isGreaterThan(10);
    }

    @Test
    void records_of_requests_that_nobody_can_read_are_passed_over() {
        delivers(redis -> {
            for (int i = 0; i < NONSENSE.size(); i++) {
                String field = "1-" + i;
                byte[] bytes = NONSENSE.get(i).getBytes(StandardCharsets.UTF_8);
                redis.call(commands -> commands.hset(redis.keys().inFlight(JOURNAL), field, bytes));
            }
            redis.call(commands ->
                    commands.hset(redis.keys().inFlight(JOURNAL), "recent", "x,,1,9999999999999999999999".getBytes()));
        });
    }

    @Test
    void parked_entries_that_nobody_can_read_are_passed_over() {
        delivers(redis -> {
            for (int i = 0; i < NONSENSE.size(); i++) {
                String field = (1000 + i) + "-0";
                byte[] bytes = NONSENSE.get(i).getBytes(StandardCharsets.UTF_8);
                redis.call(commands -> commands.hset(redis.keys().parked(JOURNAL), field, bytes));
            }
            // a length of two gigabytes in a short entry
            redis.call(commands -> commands.hset(
                    redis.keys().parked(JOURNAL), "2000-0", new byte[] {0, 1, 'k', 0, 1, 't', 0, 0, 0x7f, -1, -1, -1}));
        });
    }

    @Test
    void entries_that_are_no_event_go_out_alone_and_stop_no_other() {
        cloud.script =
                asked -> asked.events().stream().anyMatch(event -> event.id().isEmpty())
                        ? ScriptedCloud.Reply.of(400)
                        : ScriptedCloud.Reply.ACCEPTED;
        delivers(redis -> {
            for (String body : List.of("", "x", "{", "[]", "{\"eventId\":", "null", "\"\u0000\"")) {
                redis.call(commands -> commands.xadd(
                        redis.keys().journal(JOURNAL), Map.of("k", "bad".getBytes(), "b", body.getBytes())));
            }
        });
    }

    /** Twenty events arrive in spite of what was planted. */
    private void delivers(Consumer<RedisConnection> plant) {
        try (RedisConnection redis = new RedisConnection(RedisSettings.of(server.url(), tenant, "somebody"))) {
            plant.accept(redis);
        }
        DeliveringRole role =
                new DeliveringRole(server.url(), tenant, "a", cloud.url(), "deliver-" + JOURNAL, Map.of());
        roles.add(role);
        await().atMost(SOON).until(role.owner::held);
        role.append(JOURNAL, single(20));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(cloud.requests.stream()
                                .flatMap(asked -> asked.events().stream())
                                .map(Event::id)
                                .filter(id -> id.startsWith("e"))
                                .distinct())
                        .hasSize(20));
        await().atMost(SOON).until(() -> role.depth(JOURNAL) == 0);
    }
}

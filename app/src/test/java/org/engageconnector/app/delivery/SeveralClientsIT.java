package org.engageconnector.app.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.engageconnector.app.delivery.ConversationEntries.event;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.engageconnector.app.delivery.ScriptedCloud.Asked;
import org.engageconnector.app.delivery.ScriptedCloud.Reply;
import org.engageconnector.journal.NewEntry;
import org.engageconnector.simulators.world.LocalRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Three OAuth clients share the work of one role. */
class SeveralClientsIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String JOURNAL = "conversation-events";
    private static final int CONVERSATIONS = 40;
    private static final int EVENTS = 30;

    private final ScriptedCloud cloud = new ScriptedCloud();
    private LocalRedis server;
    private DeliveringRole role;

    @BeforeEach
    void start() throws IOException {
        server = LocalRedis.start();
        role = new DeliveringRole(
                server.url(),
                "t",
                "a",
                cloud.url(),
                "deliver-" + JOURNAL,
                Map.of(
                        DeliveringRole.CLIENTS,
                        "one,two,three",
                        "ex.delivery.events-per-conversation-per-request",
                        "1"));
        await().atMost(SOON).until(role.owner::held);
    }

    @AfterEach
    void stop() throws IOException {
        role.close();
        cloud.close();
        server.close();
    }

    private void append() {
        List<NewEntry> events = new ArrayList<>();
        for (int number = 0; number < EVENTS; number++) {
            for (int conversation = 0; conversation < CONVERSATIONS; conversation++) {
                String id = conversation + "-" + number;
                events.add(event("c" + conversation, id));
            }
        }
        role.append(JOURNAL, events);
    }

    private void assertAllInOrder() {
        await().atMost(SOON).until(() -> role.depth(JOURNAL) == 0);
        assertThat(role.depth("dead-letters")).isZero();
        assertThat(role.owner.stoppedPaths()).isEmpty();
        List<String> accepted = cloud.requests.stream()
                .filter(asked -> cloud.script.apply(asked).status() == 200)
                .flatMap(asked -> asked.events().stream())
                .map(ScriptedCloud.Event::id)
                .toList();
        for (int conversation = 0; conversation < CONVERSATIONS; conversation++) {
            String prefix = conversation + "-";
            assertThat(accepted.stream().filter(id -> id.startsWith(prefix)))
                    .containsExactlyElementsOf(IntStream.range(0, EVENTS)
                            .mapToObj(number -> prefix + number)
                            .toList());
        }
    }

    private List<String> tokens() {
        return cloud.requests.stream()
                .map(Asked::authorization)
                .distinct()
                .sorted()
                .toList();
    }

    @Test
    void they_share_the_requests_and_every_conversation_keeps_its_order() {
        append();
        assertAllInOrder();
        assertThat(tokens()).containsExactly("Bearer token-1", "Bearer token-2", "Bearer token-3");
    }

    @Test
    void a_client_that_may_not_write_leaves_the_others_going() {
        cloud.script = asked -> asked.authorization().equals("Bearer token-2") ? Reply.of(403) : Reply.ACCEPTED;
        append();
        assertAllInOrder();
        assertThat(cloud.requests.stream().filter(asked -> asked.authorization().equals("Bearer token-2")))
                .hasSizeLessThanOrEqualTo(3);
        assertThat(role.clients().leftOut().values()).anyMatch(text -> text.contains("conversations"));
    }

    @Test
    void a_client_that_is_deleted_while_the_role_runs_leaves_the_others_going() {
        AtomicBoolean deleted = new AtomicBoolean();
        cloud.script = asked -> {
            if (cloud.requests.size() > 9) {
                deleted.set(true);
            }
            return deleted.get() && asked.authorization().equals("Bearer token-1") ? Reply.of(401) : Reply.ACCEPTED;
        };
        cloud.login = number -> number > 3
                ? new Reply(400, Map.of(), "{\"error\":\"invalid_client\"}")
                : new Reply(200, Map.of(), "{\"access_token\":\"token-" + number + "\",\"expires_in\":86400}");
        append();
        await().atMost(SOON).until(() -> role.depth(JOURNAL) == 0);
        assertThat(deleted).isTrue();
        assertThat(role.depth("dead-letters")).isZero();
        assertThat(role.owner.stoppedPaths()).isEmpty();
        assertThat(role.clients().leftOut().values()).contains("left out of everything");
        assertThat(role.clients().problem()).isEmpty();
    }

    @Test
    void when_every_client_is_refused_delivery_stops_and_loses_nothing() {
        cloud.script = asked -> Reply.of(403);
        append();
        await().atMost(SOON).until(() -> !role.owner.stoppedPaths().isEmpty());
        assertThat(role.depth(JOURNAL)).isEqualTo((long) CONVERSATIONS * EVENTS);
        assertThat(role.depth("dead-letters")).isZero();
    }
}

package org.engageconnector.app.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.engageconnector.app.delivery.ConversationEntries.single;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.engageconnector.app.delivery.ScriptedCloud.Reply;
import org.engageconnector.simulators.world.LocalRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many clients start at once, and the login server answers 429 to some of them. */
class LoginBusyIT {

    private static final long SECOND = 1_000_000_000L;
    private static final int ROLES = 6;
    private static final int REFUSALS = 3;

    private final ScriptedCloud cloud = new ScriptedCloud();
    private final List<DeliveringRole> roles = new ArrayList<>();
    private LocalRedis server;

    @BeforeEach
    void start() throws IOException {
        server = LocalRedis.start();
        for (int i = 0; i < ROLES; i++) {
            roles.add(new DeliveringRole(
                    server.url(),
                    "t" + i,
                    "a",
                    cloud.url(),
                    "deliver-conversation-events",
                    Map.of("ex.delivery.requests-per-minute", "6000")));
        }
    }

    @AfterEach
    void stop() throws IOException {
        roles.forEach(DeliveringRole::close);
        cloud.close();
        server.close();
    }

    @Test
    void roles_that_start_while_the_login_server_is_busy_wait_as_told_and_lose_nothing() {
        List<Long> asked = new CopyOnWriteArrayList<>();
        cloud.login = number -> {
            asked.add(System.nanoTime());
            return number <= ROLES * REFUSALS
                    ? new Reply(429, Map.of("Retry-After", "2"), "{}")
                    : new Reply(200, Map.of(), "{\"access_token\":\"good\",\"expires_in\":86400}");
        };
        roles.forEach(role -> role.append("conversation-events", single(5)));
        await().atMost(Duration.ofSeconds(30)).until(() -> asked.size() >= ROLES);
        assertThat(roles)
                .anySatisfy(role -> assertThat(role.clients().problem())
                        .hasValueSatisfying(text -> assertThat(text).contains("429")));
        await().atMost(Duration.ofSeconds(90))
                .until(() -> roles.stream().allMatch(role -> role.depth("conversation-events") == 0));
        assertThat(cloud.ids()).hasSize(ROLES * 5);
        assertThat(roles).allSatisfy(role -> {
            assertThat(role.depth("dead-letters")).isZero();
            assertThat(role.clients().problem()).isEmpty();
        });
        // Every role asked once at a time, and waited 2 s after each refusal.
        assertThat(asked).hasSize(ROLES * REFUSALS + ROLES);
        assertThat(asked.get(asked.size() - 1) - asked.get(0)).isGreaterThanOrEqualTo(2 * REFUSALS * SECOND);
    }
}

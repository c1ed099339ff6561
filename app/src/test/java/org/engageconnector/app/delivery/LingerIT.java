package org.engageconnector.app.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.engageconnector.app.delivery.ConversationEntries.event;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.engageconnector.app.delivery.ScriptedCloud.Event;
import org.engageconnector.simulators.world.LocalRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events that may wait for others share requests; none is lost, and each conversation keeps its order. */
class LingerIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String CALLS = "conversation-events";
    private static final String STATES = "agent-state-events";

    private final ScriptedCloud cloud = new ScriptedCloud();
    private final List<DeliveringRole> roles = new ArrayList<>();
    private LocalRedis server;
    private String url;

    @BeforeEach
    void start() throws IOException {
        server = LocalRedis.start();
        url = server.url();
    }

    @AfterEach
    void stop() throws IOException {
        roles.forEach(DeliveringRole::close);
        cloud.close();
        server.close();
    }

    private DeliveringRole role(String instance, String journal, String linger) {
        DeliveringRole role = new DeliveringRole(
                url, "t", instance, cloud.url(), "deliver-" + journal, Map.of("ex.delivery.linger", linger));
        roles.add(role);
        return role;
    }

    @Test
    void events_that_come_one_by_one_share_a_request_in_order() {
        DeliveringRole role = role("a", CALLS, "2s");
        await().atMost(SOON).until(role.owner::held);
        for (int i = 0; i < 20; i++) {
            role.append(CALLS, List.of(event("c" + i % 3, "e" + i)));
        }
        assertThat(cloud.requests).isEmpty();
        await().atMost(SOON).until(() -> role.depth(CALLS) == 0);
        assertThat(cloud.requests).hasSizeLessThanOrEqualTo(2);
        assertThat(cloud.ids())
                .containsExactlyElementsOf(
                        IntStream.range(0, 20).mapToObj(i -> "e" + i).toList());
    }

    @Test
    void a_full_request_waits_for_nothing() {
        DeliveringRole role = role("a", CALLS, "30s");
        await().atMost(SOON).until(role.owner::held);
        role.append(
                CALLS,
                IntStream.range(0, 100).mapToObj(i -> event("c" + i, "e" + i)).toList());
        await().atMost(Duration.ofSeconds(20)).until(() -> role.depth(CALLS) == 0);
        assertThat(cloud.requests).hasSize(1);
    }

    @Test
    void what_waits_while_the_role_stops_is_sent_by_the_next_one() {
        DeliveringRole first = role("a", CALLS, "30s");
        await().atMost(SOON).until(first.owner::held);
        first.append(CALLS, List.of(event("c", "e1"), event("c", "e2")));
        first.close();
        roles.remove(first);
        assertThat(cloud.requests).isEmpty();
        DeliveringRole second = role("b", CALLS, "0");
        await().atMost(SOON).until(() -> second.depth(CALLS) == 0);
        assertThat(cloud.ids()).containsExactly("e1", "e2");
    }

    @Test
    void presences_and_routing_statuses_share_requests_with_their_kind() {
        DeliveringRole role = role("a", STATES, "3s");
        await().atMost(SOON).until(role.owner::held);
        for (int agent = 0; agent < 10; agent++) {
            role.append(
                    STATES,
                    List.of(
                            event("agent" + agent, "p" + agent, "userPresenceEvents", ""),
                            event("agent" + agent, "r" + agent, "userRoutingStatusEvents", "")));
        }
        await().atMost(SOON).until(() -> role.depth(STATES) == 0);
        assertThat(cloud.requests).hasSizeLessThanOrEqualTo(4);
        assertThat(cloud.requests.stream()
                        .flatMap(asked -> asked.events().stream())
                        .map(Event::list))
                .contains("userPresenceEvents", "userRoutingStatusEvents");
    }
}

package org.engageconnector.app.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.engageconnector.app.delivery.ScriptedCloud.Event;
import org.engageconnector.app.delivery.ScriptedCloud.Reply;
import org.engageconnector.journal.NewEntry;
import org.engageconnector.simulators.world.LocalRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Presence and routing status from the journal to their two endpoints, by the route file that ships. */
class AgentStateDeliveryIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String JOURNAL = "agent-state-events";

    private final ScriptedCloud cloud = new ScriptedCloud();
    private LocalRedis server;
    private DeliveringRole role;

    @BeforeEach
    void start() throws IOException {
        server = LocalRedis.start();
        role = new DeliveringRole(server.url(), "101", "a", cloud.url(), "deliver-agent-state-events", Map.of());
        await().atMost(SOON).until(role.owner::held);
    }

    @AfterEach
    void stop() throws IOException {
        role.close();
        server.close();
        cloud.close();
    }

    private static NewEntry event(String agent, String id, String kind, String idField) {
        String body = "{\"eventId\":\"" + id + "\",\"" + idField + "\":\"" + agent + "\"}";
        return new NewEntry(
                agent, kind, Map.of("eventId", id, "agent", "dbid-" + agent), body.getBytes(StandardCharsets.UTF_8));
    }

    private static NewEntry presence(String agent, String id) {
        return event(agent, id, "userPresenceEvents", "userId");
    }

    private static NewEntry routingStatus(String agent, String id) {
        return event(agent, id, "userRoutingStatusEvents", "agentId");
    }

    @Test
    void anAgentsNextEventLeavesOnlyWhenTheOneBeforeIsConfirmedWhicheverEndpointItGoesTo() {
        Set<String> open = ConcurrentHashMap.newKeySet();
        AtomicBoolean overtaken = new AtomicBoolean();
        cloud.script = asked -> {
            List<String> agents =
                    asked.events().stream().map(Event::conversation).distinct().toList();
            agents.forEach(agent -> overtaken.compareAndSet(false, !open.add(agent)));
            pause();
            agents.forEach(open::remove);
            return Reply.ACCEPTED;
        };
        List<NewEntry> events = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            for (int agent = 0; agent < 20; agent++) {
                events.add(presence("a" + agent, agent + "-p" + i));
                events.add(routingStatus("a" + agent, agent + "-r" + i));
            }
        }
        role.append(JOURNAL, events);
        await().atMost(SOON).until(() -> role.depth(JOURNAL) == 0);
        assertThat(overtaken).isFalse();
        for (int agent = 0; agent < 20; agent++) {
            String start = agent + "-";
            assertThat(cloud.ids())
                    .filteredOn(id -> id.startsWith(start))
                    .containsExactly(
                            start + "p0", start + "r0", start + "p1", start + "r1", start + "p2", start + "r2");
        }
        assertThat(cloud.requests)
                .allSatisfy(asked -> assertThat(asked.events())
                        .allMatch(event -> event.list().equals("userPresenceEvents")
                                == asked.path().endsWith("/presence")));
    }

    private static void pause() {
        try {
            Thread.sleep(30);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aStoppedEndpointDoesNotHoldTheOtherUp() {
        cloud.script = asked -> asked.path().endsWith("/presence") ? Reply.of(403) : Reply.ACCEPTED;
        List<NewEntry> events = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            events.add(presence("p" + i, "p" + i));
            events.add(routingStatus("r" + i, "r" + i));
        }
        role.append(JOURNAL, events);
        await().atMost(SOON)
                .until(() ->
                        cloud.ids().stream().filter(id -> id.startsWith("r")).count() == 300);
        assertThat(role.owner.stoppedPaths()).containsOnlyKeys("presence");
        assertThat(role.owner.stoppedPaths().get("presence")).contains("presence:userPresence:inject");
    }

    @Test
    void theMapperIsToldWhichAgentsStateWasRefused() {
        cloud.script = asked -> asked.events().get(0).id().equals("bad") ? Reply.error("bad", false) : Reply.ACCEPTED;
        role.append(JOURNAL, List.of(presence("x", "bad")));
        await().atMost(SOON).until(() -> role.depth("agent-state-refusals") == 1);
        assertThat(role.depth("dead-letters")).isEqualTo(1);
        assertThat(role.depth(JOURNAL)).isZero();
    }
}

package org.engageconnector.app.agentstate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.engageconnector.simulators.genesyscloud.memory.RecordedEvent;
import org.junit.jupiter.api.Test;

/** Two colours of agent-state-sync as processes: the idle one is ready, and the switch by HTTP loses no agent's state. */
class AgentStateActivityIT {

    private static final int AGENTS = 100;
    private static final int CHANGES_PER_SECOND = 150;
    private static final int SWITCHES = 4;
    private static final Duration SETTLES = Duration.ofMinutes(2);

    @Test
    void colours_switched_under_load_lose_no_final_state() throws Exception {
        try (AgentSite site = new AgentSite(AGENTS, 6_000);
                Instance blue = Instance.start(site, "blue", Map.of()).ready();
                Instance green = Instance.start(site, "green", Map.of("ex.active", "false"))
                        .ready()) {
            assertThat(green.status().path("active").asBoolean()).isFalse();
            assertThat(owns(green)).isFalse();
            BusyAgents busy = new BusyAgents(site.statServers, AGENTS, CHANGES_PER_SECOND);
            Instance owner = blue;
            for (int turn = 0; turn < SWITCHES; turn++) {
                Instance next = owner == blue ? green : blue;
                int changes = busy.changes();
                await().atMost(SETTLES).until(() -> busy.changes() > changes + CHANGES_PER_SECOND);
                assertThat(next.post("/api/v1/activate")).isEqualTo(200);
                assertThat(owner.post("/api/v1/activate?active=false")).isEqualTo(200);
                await().atMost(SETTLES).until(() -> owns(next));
                assertThat(owns(owner)).isFalse();
                owner = next;
            }
            busy.close();
            await().atMost(SETTLES).untilAsserted(() -> assertThat(site.shown()).isEqualTo(busy.expected()));
            assertThat(site.cloud.refused()).extracting(RecordedEvent::message).isEmpty();
            assertThat(owner.post("/api/v1/activate?active=perhaps")).isEqualTo(400);
        }
    }

    private static boolean owns(Instance instance) throws Exception {
        return instance.status().path("agentStates").path("owner").asBoolean();
    }
}

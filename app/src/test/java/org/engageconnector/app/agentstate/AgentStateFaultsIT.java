package org.engageconnector.app.agentstate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.engageconnector.simulators.engage.statserver.StatServer;
import org.engageconnector.simulators.genesyscloud.memory.RecordedEvent;
import org.junit.jupiter.api.Test;

/**
 * Agents change state all the time while servers and instances come and go, on real sockets and a real Redis: in the end every
 * agent is shown as the mapping of the last state says, and nothing was refused on the way.
 */
class AgentStateFaultsIT {

    private static final int AGENTS = 100;
    private static final int CHANGES_PER_SECOND = 150;
    private static final Duration SETTLES = Duration.ofMinutes(2);

    @Test
    void switchovers_of_stat_server_under_load_lose_no_final_state() throws Exception {
        try (AgentSite site = new AgentSite(AGENTS, 6_000);
                Instance instance = Instance.start(site, "one", Map.of()).ready()) {
            BusyAgents busy = new BusyAgents(site.statServers, AGENTS, CHANGES_PER_SECOND);
            TimeUnit.SECONDS.sleep(3);
            site.statServers.switchOver();
            TimeUnit.SECONDS.sleep(3);
            StatServer primary = site.statServers.primary();
            site.statServers.stop(primary);
            TimeUnit.SECONDS.sleep(3);
            site.statServers.start(primary);
            site.statServers.primary().listener().resetConnections();
            TimeUnit.SECONDS.sleep(3);
            site.statServers.switchOver();
            TimeUnit.SECONDS.sleep(1);
            busy.close();
            assertThat(busy.changes()).isGreaterThan(1_000);
            everyAgentIsShownAsItIs(site, busy);
            assertThat(instance.status().path("agentStates").path("owner").asBoolean())
                    .isTrue();
        }
    }

    @Test
    void a_killed_owner_a_restart_and_a_planned_takeover_under_load_lose_no_final_state() throws Exception {
        try (AgentSite site = new AgentSite(AGENTS, 6_000)) {
            Instance first = Instance.start(site, "first", Map.of()).ready();
            try (Instance second = Instance.start(site, "second", Map.of()).ready()) {
                BusyAgents busy = new BusyAgents(site.statServers, AGENTS, CHANGES_PER_SECOND);
                TimeUnit.SECONDS.sleep(3);
                first.kill();
                owned(second);
                try (Instance third = Instance.start(site, "first", Map.of()).ready()) {
                    second.close();
                    owned(third);
                    TimeUnit.SECONDS.sleep(2);
                    busy.close();
                    assertThat(busy.changes()).isGreaterThan(1_000);
                    everyAgentIsShownAsItIs(site, busy);
                }
            } finally {
                first.kill();
            }
        }
    }

    private static void owned(Instance instance) {
        await().atMost(SETTLES)
                .until(() -> instance.status().path("agentStates").path("owner").asBoolean());
    }

    private static void everyAgentIsShownAsItIs(AgentSite site, BusyAgents busy) {
        await().atMost(SETTLES).untilAsserted(() -> assertThat(site.shown()).isEqualTo(busy.expected()));
        assertThat(site.cloud.refused()).extracting(RecordedEvent::message).isEmpty();
    }
}

package org.engageconnector.app.agentstate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.engageconnector.directory.Agent;
import org.engageconnector.directory.MappingType;
import org.engageconnector.message.KeyValueList;
import org.engageconnector.simulators.engage.statserver.AgentState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is wrong with one agent is seen in status and metrics, and stops no other agent. One role meets it all at once. */
class AgentStateProblemsIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int AHEAD_SECONDS = 3_600;

    private static AgentSite site;
    private static Instance role;

    @BeforeAll
    static void start() throws Exception {
        site = new AgentSite(6, 6_000);
        // Stat Server does not know this one
        site.putAgent(new Agent(
                91, "unknown-there", "x", List.of(), 0, site.agents.get(5).userId()));
        // config-sync has no user for this one, and Genesys Cloud does not know the user of the next
        site.putAgent(new Agent(1, "A1", "a1", List.of(), 0, null));
        site.putAgent(new Agent(2, "A2", "a2", List.of(), 0, UUID.randomUUID().toString()));
        // one presence has lost its definition in the ID map, another one in Genesys Cloud
        site.directory.remove(MappingType.PRESENCE, "Meeting");
        site.map(MappingType.PRESENCE, "Training", UUID.randomUUID().toString());
        role = Instance.start(site, "problems", Map.of()).ready();
        notReady("A3", "FIRE DRILL");
        notReady("A4", "MEETING");
        notReady("A5", "TRAINING");
        says("A6", AgentState.WAIT_FOR_NEXT_CALL, List.of());
    }

    @AfterAll
    static void stop() throws Exception {
        role.close();
        site.close();
    }

    private static void notReady(String agent, String reason) {
        says(agent, AgentState.NOT_READY_FOR_NEXT_CALL, List.of(new KeyValueList.Pair("ReasonCode", reason)));
    }

    /** By a clock that is an hour ahead of ours. */
    private static void says(String agent, int status, List<KeyValueList.Pair> reasons) {
        int now = (int) (System.currentTimeMillis() / 1_000) + AHEAD_SECONDS;
        site.statServers.update(agent, new AgentState(status, now, null, reasons), now);
    }

    @Test
    void an_agent_that_stat_server_does_not_know() {
        isSeen("unknown-there", "Stat Server refuses a statistic", "statistic-refused");
    }

    @Test
    void an_agent_without_a_user() {
        isSeen("A1", "no Genesys Cloud user", "no-user");
    }

    @Test
    void a_user_that_genesys_cloud_does_not_know() {
        isSeen("A2", "Genesys Cloud refused the last event", "event-refused");
        // dead letters are counted every 5 s
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(role.metric("ex_dead_letters{kind=\"userPresenceEvents\"}"))
                        .isPositive());
    }

    @Test
    void a_reason_without_a_mapping_is_busy() {
        isSeen("A3", "no rule for the not-ready reason", "reason-unmapped");
        await().atMost(SOON).until(() -> site.shown().get("A3").equals("busy OffQueue"));
    }

    @Test
    void a_presence_without_a_definition_in_the_id_map_leaves_the_routing_status() {
        isSeen("A4", "no definition of this presence", "no-presence-definition");
        await().atMost(SOON).until(() -> site.shown().get("A4").endsWith(" OffQueue"));
    }

    @Test
    void a_presence_whose_definition_was_deleted_in_genesys_cloud_leaves_the_routing_status() {
        isSeen("A5", "Genesys Cloud refused the last event", "event-refused");
        await().atMost(SOON).until(() -> site.shown().get("A5").endsWith(" OffQueue"));
    }

    @Test
    void clocks_that_differ() {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                role.status().path("agentStates").path("clock").asText())
                        .matches("Stat Server's clock is 3(59|60)\\d s ahead of ours"));
        assertThat(role.metric("ex_stat_server_clock_difference_seconds")).isBetween(3_590.0, 3_610.0);
    }

    @Test
    void an_agent_with_whom_all_is_well_is_shown_all_the_same() throws Exception {
        await().atMost(SOON).until(() -> site.shown().get("A6").equals("onqueue Idle"));
        assertThat(role.agent("A6").path("problem").isNull()).isTrue();
    }

    private static void isSeen(String agent, String problem, String label) {
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(role.agent(agent).path("problem").asText()).contains(problem));
        await().atMost(SOON).untilAsserted(() -> {
            JsonNode problems = role.status().path("agentStates").path("problems");
            assertThat(problems).anyMatch(line -> line.asText().startsWith(agent + ": "));
            assertThat(role.metric("ex_agent_state_problems{problem=\"" + label + "\"}"))
                    .isPositive();
        });
    }
}

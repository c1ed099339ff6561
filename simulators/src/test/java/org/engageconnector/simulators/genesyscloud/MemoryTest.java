package org.engageconnector.simulators.genesyscloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MemoryTest {

    private GenesysCloudSimulator simulator;
    private FilledOrganisation organisation;
    private Caller caller;

    @BeforeEach
    void start() {
        simulator = GenesysCloudSimulator.builder().remember(5, 4).start();
        organisation = new FilledOrganisation(simulator);
        caller = Caller.of(simulator, "conversation-provider");
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void every_posted_event_is_remembered_with_its_fate_and_correlation_id() {
        Script call = new Script(organisation);
        var answer = caller.post(
                "/api/v2/events/conversations", WorkedCall.batch(List.of(call.customer(), call.answered("customer"))));
        String correlationId =
                answer.headers().firstValue("ININ-Correlation-Id").orElseThrow();

        assertThat(simulator.accepted()).singleElement().satisfies(event -> {
            assertThat(event.correlationId()).isEqualTo(correlationId);
            assertThat(event.key()).isEqualTo(call.conversation());
            assertThat(event.client()).isEqualTo("conversation-provider");
        });
        assertThat(simulator.refused()).singleElement().satisfies(event -> {
            assertThat(event.refusal()).isEqualTo("STATE_RULE");
            assertThat(event.sequence()).isEqualTo(2);
        });
        JsonNode found = caller.ok("GET", "/simulator/events?outcome=refused&key=" + call.conversation(), null);
        assertThat(found).hasSize(1);
        assertThat(caller.ok("GET", "/simulator/events?after=1&limit=10", null)).hasSize(1);
        assertThat(caller.ok("GET", "/simulator/events?last=1", null)
                        .path(0)
                        .path("sequence")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void what_is_remembered_is_bounded_the_counters_know_all() {
        Script call = new Script(organisation);
        caller.post("/api/v2/events/conversations", WorkedCall.batch(List.of(call.customer())));
        for (int i = 0; i < 9; i++) {
            caller.post("/api/v2/events/conversations", WorkedCall.batch(List.of(call.held("customer", i % 2 == 0))));
        }

        assertThat(simulator.accepted()).hasSize(5);
        assertThat(simulator.requests()).hasSize(4);
        assertThat(simulator.summary().accepted()).isEqualTo(10);
        assertThat(simulator.summary().acceptedByList().get("/api/v2/events/conversations"))
                .containsEntry("holdUpdatedEvents", 9L);
        assertThat(simulator.summary().requests()).isGreaterThan(10);
    }

    @Test
    void a_conversation_is_told_as_a_timeline_of_its_legs() {
        WorkedCall call = WorkedCall.read("blind-transfer-to-user", organisation);
        caller.post("/api/v2/events/conversations", call.batch());

        String id = call.lines().get(0).event().get("conversationId").asText();
        JsonNode told = caller.ok("GET", "/simulator/conversations/" + id, null);
        assertThat(told.path("over").asBoolean()).isTrue();
        assertThat(told.path("legs"))
                .extracting(leg -> leg.path("name").asText())
                .containsExactly("customer", "Sales", "Ann Agent", "Bob Agent");
        assertThat(told.path("legs").path(2).path("disconnectType").asText()).isEqualTo("TransferUser");
        assertThat(caller.ok("GET", "/simulator/conversations?limit=10", null)).hasSize(1);
        assertThat(caller.ok("GET", "/simulator/conversations?live=true", null)).isEmpty();
    }

    @Test
    void the_settings_of_a_connector_name_the_organisation_and_a_client_per_role() {
        assertThat(simulator.properties())
                .containsEntry("ex.org-id", simulator.organisationId())
                .containsEntry("ex.genesys-cloud.api-url", simulator.url())
                .containsKeys(
                        "ex.config-sync.genesys-cloud.client-id",
                        "ex.conversation-provider.genesys-cloud.client-secret");
    }

    @Test
    void the_page_and_its_parts_come_from_the_simulator_alone() {
        for (String path : List.of(
                "/",
                "/simulator/watch.css",
                "/simulator/watch.js",
                "/simulator/timeline.js",
                "/simulator/agents.js",
                "/simulator/conversations.js")) {
            String text = caller.get(path).body();
            assertThat(text).isNotBlank().doesNotContain("https://");
        }
        assertThat(caller.ok("GET", "/simulator/summary", null)
                        .path("objects")
                        .path("users")
                        .asInt())
                .isEqualTo(2);
    }
}

package org.engageconnector.simulators.genesyscloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;
import org.engageconnector.simulators.genesyscloud.http.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AgentEventsTest {

    private GenesysCloudSimulator simulator;
    private FilledOrganisation organisation;
    private Caller caller;

    @BeforeEach
    void start() {
        simulator = GenesysCloudSimulator.builder().start();
        organisation = new FilledOrganisation(simulator);
        caller = Caller.of(simulator, "agent-state-sync");
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void presence_and_routing_status_are_accepted_and_make_a_timeline() {
        assertThat(presence(1, "On Queue")).isEmpty();
        assertThat(status(2, "Idle")).isEmpty();
        assertThat(status(3, "Interacting")).isEmpty();
        assertThat(presence(4, "Break")).isEmpty();
        assertThat(status(5, "OffQueue")).isEmpty();

        JsonNode agent = organisation.config.ok("GET", "/simulator/agents/" + organisation.userA, null);
        assertThat(agent.path("name").asText()).isEqualTo("Ann Agent");
        assertThat(agent.path("presences"))
                .extracting(change -> change.path(1).asText())
                .containsExactly("onqueue", "break");
        assertThat(agent.path("routingStatuses"))
                .extracting(change -> change.path(1).asText())
                .containsExactly("Idle", "Interacting", "OffQueue");
    }

    @Test
    void idle_and_interacting_need_presence_on_queue_the_others_do_not() {
        assertThat(status(1, "Idle").path(0).path("message").asText()).contains("needs presence On Queue");
        presence(2, "Busy");
        assertThat(status(3, "Interacting")).hasSize(1);
        assertThat(status(4, "NotResponding")).isEmpty();
        assertThat(status(5, "Communicating")).isEmpty();
        assertThat(status(6, "OffQueue")).isEmpty();
    }

    @Test
    void the_presence_at_the_time_of_the_status_decides_whichever_request_comes_first() {
        presence(1, "On Queue");
        presence(5, "Break");

        assertThat(status(2, "Idle")).isEmpty();
        assertThat(status(6, "Idle")).hasSize(1);
    }

    @Test
    void order_is_kept_per_user_and_endpoint() {
        presence(10, "On Queue");

        assertThat(status(11, "Idle")).isEmpty();
        assertThat(status(11, "Interacting").path(0).path("message").asText()).contains("not later than");
        assertThat(presence(9, "Break").path(0).path("message").asText()).contains("not later than");
        assertThat(presence(12, "Break")).isEmpty();
    }

    @Test
    void users_sources_and_definitions_exist() {
        ObjectNode event =
                presenceEvent(1, "On Queue").put("userId", UUID.randomUUID().toString());
        assertThat(post("presence", "userPresenceEvents", event)
                        .path(0)
                        .path("message")
                        .asText())
                .contains("userId does not exist");
        event = presenceEvent(1, "On Queue").put("sourceId", UUID.randomUUID().toString());
        assertThat(post("presence", "userPresenceEvents", event)
                        .path(0)
                        .path("message")
                        .asText())
                .contains("sourceId does not exist");
        event = presenceEvent(1, "On Queue")
                .put("presenceDefinitionId", UUID.randomUUID().toString());
        assertThat(post("presence", "userPresenceEvents", event)
                        .path(0)
                        .path("message")
                        .asText())
                .contains("presenceDefinitionId does not exist");
    }

    @Test
    void the_upper_case_words_of_the_native_resource_are_not_known() {
        presence(1, "On Queue");

        assertThat(status(2, "OFF_QUEUE").path(0).path("message").asText()).startsWith("invalid.value: status");
    }

    private JsonNode presence(int second, String presence) {
        return post("presence", "userPresenceEvents", presenceEvent(second, presence));
    }

    private ObjectNode presenceEvent(int second, String presence) {
        return event(second)
                .put("userId", organisation.userA)
                .put("presenceDefinitionId", organisation.presence(presence));
    }

    private JsonNode status(int second, String status) {
        return post(
                "routingstatus",
                "userRoutingStatusEvents",
                event(second).put("agentId", organisation.userA).put("status", status));
    }

    private ObjectNode event(int second) {
        return Json.object()
                .put("eventId", UUID.randomUUID().toString())
                .put(
                        "eventDateTime",
                        Instant.parse("2026-05-04T10:00:00Z")
                                .plusSeconds(second)
                                .toString())
                .put("sourceId", organisation.source);
    }

    private JsonNode post(String path, String list, ObjectNode event) {
        ObjectNode body = Json.object();
        body.putArray(list).add(event);
        return Caller.json(caller.post("/api/v2/events/users/" + path, body)).path("errors");
    }
}

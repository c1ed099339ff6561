package org.engageconnector.simulators.genesyscloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.engageconnector.simulators.genesyscloud.http.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Skills, queues, members, wrap-up codes, presence. */
class ProvisioningTest {

    private GenesysCloudSimulator simulator;
    private FilledOrganisation organisation;
    private Caller caller;

    @BeforeEach
    void start() {
        simulator = GenesysCloudSimulator.builder().requestsPerMinute(1_000).start();
        organisation = new FilledOrganisation(simulator);
        caller = organisation.config;
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void skills_are_unique_by_name_and_found_by_their_beginning() {
        String french = caller.create("/api/v2/routing/skills", Json.object().put("name", "French"));
        caller.create("/api/v2/routing/skills", Json.object().put("name", "French B2"));

        assertCode(post("/api/v2/routing/skills", "{\"name\":\"french\"}"), 409, "general.conflict");
        assertThat(names("/api/v2/routing/skills?name=french")).containsExactly("French", "French B2");
        caller.ok("DELETE", "/api/v2/routing/skills/" + french, null);
        assertThat(names("/api/v2/routing/skills")).containsExactly("French B2");
    }

    @Test
    void skills_of_a_user_are_replaced_updated_and_removed() {
        String a = caller.create("/api/v2/routing/skills", Json.object().put("name", "A"));
        String b = caller.create("/api/v2/routing/skills", Json.object().put("name", "B"));
        String path = "/api/v2/users/" + organisation.userA + "/routingskills";

        caller.ok("PUT", path + "/bulk", "[{\"id\":\"" + a + "\",\"proficiency\":2.5}]");
        caller.ok("PATCH", path + "/bulk", "[{\"id\":\"" + b + "\",\"proficiency\":5}]");
        assertThat(names(path)).containsExactly("A", "B");
        caller.ok("DELETE", path + "/" + a, null);
        assertThat(names(path)).containsExactly("B");
        caller.ok("PUT", path + "/bulk", "[]");
        assertThat(names(path)).isEmpty();

        assertCode(
                call("PUT", path + "/bulk", "[{\"id\":\"" + a + "\",\"proficiency\":5.1}]"),
                400,
                "constraint.validation");
        assertCode(call("PUT", path + "/bulk", "[{\"id\":\"none\",\"proficiency\":1}]"), 404, "not.found");
        assertThat(call(
                                "PATCH",
                                path + "/bulk",
                                Json.MAPPER.valueToTree(ids(a, 51)).toString())
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void queues_are_unique_by_name_and_found_by_name_or_peer() {
        String id = caller.create(
                "/api/v2/routing/queues", Json.object().put("name", "Sales_FR").put("peerId", "101:7"));

        assertCode(post("/api/v2/routing/queues", "{\"name\":\"SALES_fr\"}"), 400, "duplicate.name");
        assertCode(post("/api/v2/routing/queues", "{\"name\":\"VQ_Unmapped\"}"), 400, "invalid.name");
        assertCode(post("/api/v2/routing/queues", "{}"), 400, "invalid.name");
        assertThat(names("/api/v2/routing/queues?name=sales*")).containsExactly("Sales", "Sales_FR");
        assertThat(names("/api/v2/routing/queues?name=sales")).containsExactly("Sales");
        assertThat(names("/api/v2/routing/queues?peerId=101:7")).containsExactly("Sales_FR");
        assertThat(names("/api/v2/routing/queues?hasPeer=true")).containsExactly("Sales_FR");

        assertCode(call("PUT", "/api/v2/routing/queues/" + id, "{\"name\":\"Support\"}"), 400, "duplicate.name");
        JsonNode changed =
                caller.ok("PUT", "/api/v2/routing/queues/" + id, "{\"name\":\"Sales_CH\",\"peerId\":\"101:7\"}");
        assertThat(changed.path("name").asText()).isEqualTo("Sales_CH");
        caller.ok("DELETE", "/api/v2/routing/queues/" + id, null);
        assertCode(caller.get("/api/v2/routing/queues/" + id), 404, "not.found");
    }

    @Test
    void a_queue_with_live_conversations_is_not_deleted_without_force() {
        Script call = new Script(organisation);
        Caller events = Caller.of(simulator, "conversation-provider");
        events.post("/api/v2/events/conversations", WorkedCall.batch(List.of(call.customer(), call.queue("queue"))));

        String path = "/api/v2/routing/queues/" + organisation.queue1;
        assertCode(call("DELETE", path, null), 400, "active.queue");
        caller.ok("DELETE", path + "?forceDelete=true", null);
    }

    @Test
    void members_come_and_go_by_the_hundred_and_their_list_has_no_total() {
        String path = "/api/v2/routing/queues/" + organisation.queue1 + "/members";
        caller.ok("POST", path, "[{\"id\":\"" + organisation.userA + "\"},{\"id\":\"" + organisation.userB + "\"}]");

        JsonNode list = caller.ok("GET", path + "?pageSize=1&memberBy=user", null);
        assertThat(list.path("entities")).hasSize(1);
        assertThat(list.has("total")).isFalse();
        assertThat(caller.ok("GET", "/api/v2/routing/queues/" + organisation.queue1, null)
                        .path("memberCount")
                        .asInt())
                .isEqualTo(2);

        caller.ok("POST", path + "?delete=true", "[{\"id\":\"" + organisation.userA + "\"}]");
        assertThat(names(path)).containsExactly("Bob Agent");
        assertThat(call("POST", path, Json.MAPPER.valueToTree(ids("x", 101)).toString())
                        .statusCode())
                .isEqualTo(400);
        assertThat(post(path, "[{\"id\":\"nobody\"}]").statusCode()).isEqualTo(400);
        assertThat(caller.get(path + "?pageSize=101").statusCode()).isEqualTo(400);
    }

    @Test
    void wrap_up_codes_are_unique_by_name_attached_and_detached() {
        assertCode(post("/api/v2/routing/wrapupcodes", "{\"name\":\"sold\"}"), 400, "duplicate.name");
        String path = "/api/v2/routing/queues/" + organisation.queue1 + "/wrapupcodes";

        caller.ok("POST", path, "[{\"id\":\"" + organisation.code + "\"}]");
        assertThat(names(path)).containsExactly("Sold");
        caller.ok("GET", path + "/" + organisation.code, null);
        caller.ok("DELETE", path + "/" + organisation.code, null);
        assertThat(names(path)).isEmpty();
        assertCode(call("DELETE", path + "/" + organisation.code, null), 404, "not.found");
        assertCode(post(path, "[{\"id\":\"none\"}]"), 404, "not.found");
    }

    @Test
    void one_presence_source_is_active_and_can_be_made_a_users_primary_one() {
        assertCode(post("/api/v2/presence/sources", "{\"name\":\" \"}"), 409, "source.name.blank");
        assertCode(post("/api/v2/presence/sources", "{\"name\":\"Another\"}"), 409, "too.many.active.sources");
        JsonNode list = caller.ok("GET", "/api/v2/presence/sources?deactivated=false", null);
        assertThat(list.path("total").asInt()).isEqualTo(1);
        assertThat(list.has("pageCount")).isFalse();

        String path = "/api/v2/presence/users/" + organisation.userA + "/primarysource";
        assertCode(caller.get(path), 404, "not.found");
        caller.ok("PUT", path, "{\"sourceId\":\"" + organisation.source + "\"}");
        assertThat(caller.ok("GET", path, null).path("sourceId").asText()).isEqualTo(organisation.source);
        assertCode(call("PUT", path, "{\"sourceId\":\"none\"}"), 404, "not.found");

        caller.ok("DELETE", "/api/v2/presence/sources/" + organisation.source, null);
        caller.create("/api/v2/presence/sources", Json.object().put("name", "Another"));
    }

    @Test
    void every_organisation_has_the_ten_primary_presences_and_takes_secondary_ones() {
        JsonNode list = caller.ok("GET", "/api/v2/presence/definitions", null);
        assertThat(list.path("entities"))
                .hasSize(10)
                .extracting(one -> one.path("systemPresence").asText())
                .contains("On Queue", "Meal", "Offline");

        assertCode(post("/api/v2/presence/definitions", "{}"), 403, "missing.permissions");
    }

    private List<String> names(String path) {
        List<String> names = new ArrayList<>();
        caller.ok("GET", path, null)
                .path("entities")
                .forEach(entity -> names.add(entity.path("name").asText()));
        return names;
    }

    private static List<Object> ids(String id, int count) {
        List<Object> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(Json.object().put("id", id).put("proficiency", 1));
        }
        return ids;
    }

    private HttpResponse<String> post(String path, String body) {
        return call("POST", path, body);
    }

    private HttpResponse<String> call(String method, String path, String body) {
        return caller.call(method, path, body);
    }

    private static void assertCode(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(Caller.json(answer).path("code").asText()).isEqualTo(code);
        assertThat(answer.headers().firstValue("inin-correlation-id")).isPresent();
    }
}

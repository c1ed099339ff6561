package org.engageconnector.simulators.genesyscloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.engageconnector.simulators.genesyscloud.http.Json;
import org.engageconnector.simulators.genesyscloud.org.OrganisationLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UsersTest {

    private GenesysCloudSimulator simulator;
    private FilledOrganisation organisation;
    private Caller caller;
    private String path;

    @BeforeEach
    void start() {
        start(409);
    }

    private void start(int conflictStatus) {
        simulator = GenesysCloudSimulator.builder()
                .requestsPerMinute(1_000)
                .limits(new OrganisationLimits(1, 10, 10, conflictStatus))
                .start();
        organisation = new FilledOrganisation(simulator);
        caller = organisation.config;
        path = "/api/v2/users/" + organisation.userA;
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void a_change_needs_the_current_version() {
        assertThat(caller.ok("PATCH", path, "{\"name\":\"Ann Other\",\"version\":1}")
                        .path("version")
                        .asInt())
                .isEqualTo(2);
        assertCode(patch("{\"name\":\"Ann\",\"version\":1}"), 409, "general.conflict");
        assertCode(patch("{\"name\":\"Ann\"}"), 400, "constraint.validation");
        assertThat(caller.ok("GET", path, null).path("name").asText()).isEqualTo("Ann Other");
    }

    @Test
    void by_a_setting_a_conflict_is_a_400_as_the_platform_also_does() {
        stop();
        start(400);

        HttpResponse<String> answer = patch("{\"name\":\"Ann\",\"version\":7}");
        assertCode(answer, 400, "general.conflict");
        assertThat(Caller.json(answer).path("message").asText())
                .isEqualTo("The version supplied does not match the current version of the user");
    }

    @Test
    void an_e_mail_stays_taken_by_a_deleted_user_who_can_be_restored() {
        caller.ok("DELETE", path, null);
        String home = caller.ok("GET", "/api/v2/authorization/divisions/home", null)
                .path("id")
                .asText();

        assertCode(
                caller.post("/api/v2/users", FilledOrganisation.user("Ann", "ANN@example.com", home)),
                409,
                "general.conflict");
        assertCode(caller.get(path), 404, "not.found");
        JsonNode deleted = caller.ok("GET", path + "?state=deleted", null);
        int version = deleted.path("version").asInt();
        assertThat(patch("{\"state\":\"active\",\"name\":\"Ann\",\"version\":" + version + "}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(patch("{\"name\":\"Ann\",\"version\":" + version + "}").statusCode())
                .isEqualTo(400);

        JsonNode restored = caller.ok("PATCH", path, "{\"state\":\"active\",\"version\":" + version + "}");
        assertThat(restored.path("state").asText()).isEqualTo("active");
        caller.ok("PATCH", path, "{\"name\":\"Ann Again\",\"version\":" + (version + 1) + "}");
    }

    @Test
    void a_user_made_without_a_state_is_inactive_and_needs_name_e_mail_and_division() {
        String home = caller.ok("GET", "/api/v2/authorization/divisions/home", null)
                .path("id")
                .asText();
        JsonNode made = caller.ok(
                "POST",
                "/api/v2/users",
                Json.object()
                        .put("name", "Cleo")
                        .put("email", "cleo@example.com")
                        .put("divisionId", home)
                        .toString());
        assertThat(made.path("state").asText()).isEqualTo("inactive");
        assertThat(made.path("version").asInt()).isEqualTo(1);

        assertCode(caller.post("/api/v2/users", Json.object().put("name", "D")), 400, "constraint.validation");
    }

    @Test
    void lists_have_pages_states_and_ids() {
        caller.ok("PATCH", path, "{\"state\":\"inactive\",\"version\":1}");

        JsonNode active = caller.ok("GET", "/api/v2/users?pageSize=1", null);
        assertThat(active.path("total").asInt()).isEqualTo(1);
        assertThat(active.path("pageCount").asInt()).isEqualTo(1);
        assertThat(active.has("nextUri")).isFalse();
        JsonNode any = caller.ok("GET", "/api/v2/users?state=any&pageSize=1&pageNumber=1", null);
        assertThat(any.path("total").asInt()).isEqualTo(2);
        assertThat(any.path("nextUri").asText()).contains("pageNumber=2");
        assertThat(caller.ok("GET", "/api/v2/users?state=any&id=" + organisation.userA, null)
                        .path("entities"))
                .hasSize(1);
        assertThat(caller.ok("GET", "/api/v2/users?state=any&pageNumber=9", null)
                        .path("entities"))
                .isEmpty();
        assertThat(caller.get("/api/v2/users?state=odd").statusCode()).isEqualTo(400);
        assertThat(caller.get("/api/v2/users?pageSize=501").statusCode()).isEqualTo(400);
    }

    @Test
    void search_finds_by_e_mail_and_deleted_users_only_when_asked() {
        caller.ok("DELETE", path, null);

        assertThat(search("{\"type\":\"EXACT\",\"fields\":[\"email\"],\"value\":\"ANN@example.com\"}"))
                .isZero();
        assertThat(search("{\"type\":\"EXACT\",\"fields\":[\"email\"],\"value\":\"ann@example.com\"},"
                        + "{\"type\":\"EXACT\",\"fields\":[\"state\"],\"values\":[\"deleted\"]}"))
                .isEqualTo(1);
        assertThat(search("{\"type\":\"STARTS_WITH\",\"fields\":[\"name\"],\"value\":\"bob\"}"))
                .isEqualTo(1);
    }

    @Test
    void an_external_id_belongs_to_one_user_and_is_case_sensitive() {
        caller.ok("POST", path + "/externalid", "{\"authorityName\":\"engage-connector\",\"externalKey\":\"101:7a\"}");

        assertThat(caller.ok("GET", "/api/v2/users/externalid/engage-connector/101:7a", null)
                        .path("id")
                        .asText())
                .isEqualTo(organisation.userA);
        assertCode(caller.get("/api/v2/users/externalid/engage-connector/101:7A"), 404, "general.resource.not.found");
        assertCode(
                caller.call(
                        "POST",
                        "/api/v2/users/" + organisation.userB + "/externalid",
                        "{\"authorityName\":\"engage-connector\",\"externalKey\":\"101:7a\"}"),
                409,
                "general.conflict");
        caller.ok("DELETE", path + "/externalid/engage-connector/101:7a", null);
        assertThat(caller.get("/api/v2/users/externalid/engage-connector/101:7a")
                        .statusCode())
                .isEqualTo(404);
    }

    private int search(String criteria) {
        return caller.ok("POST", "/api/v2/users/search", "{\"query\":[" + criteria + "]}")
                .path("total")
                .asInt();
    }

    private HttpResponse<String> patch(String body) {
        return caller.call("PATCH", path, body);
    }

    private static void assertCode(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(Caller.json(answer).path("code").asText()).isEqualTo(code);
    }
}

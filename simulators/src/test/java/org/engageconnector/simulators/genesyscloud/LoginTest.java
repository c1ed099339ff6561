package org.engageconnector.simulators.genesyscloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicLong;
import org.engageconnector.simulators.genesyscloud.access.OAuthClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoginTest {

    private final AtomicLong clock = new AtomicLong(1_000_000);
    private GenesysCloudSimulator simulator;
    private OAuthClient client;

    @BeforeEach
    void start() {
        simulator = GenesysCloudSimulator.builder()
                .tokenLifeSeconds(600)
                .clock(clock::get)
                .start();
        client = simulator.client("config-sync");
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void client_credentials_give_a_bearer_token_and_its_life() {
        HttpResponse<String> answer =
                new Caller(simulator.url()).login(client.id(), client.secret(), "grant_type=client_credentials");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Caller.json(answer).path("token_type").asText()).isEqualTo("bearer");
        assertThat(Caller.json(answer).path("expires_in").asLong()).isEqualTo(600);
        assertThat(answer.headers().firstValue("ININ-Correlation-Id")).isPresent();
    }

    @Test
    void wrong_credentials_and_other_grants_are_refused_in_the_oauth_shape() {
        Caller caller = new Caller(simulator.url());

        assertThat(caller.login("nobody", "x", "grant_type=client_credentials").statusCode())
                .isEqualTo(400);
        HttpResponse<String> wrongSecret = caller.login(client.id(), "x", "grant_type=client_credentials");
        assertThat(wrongSecret.statusCode()).isEqualTo(401);
        assertThat(Caller.json(wrongSecret).path("error").asText()).isEqualTo("invalid_client");
        assertThat(Caller.json(caller.login(client.id(), client.secret(), "grant_type=password"))
                        .path("error")
                        .asText())
                .isEqualTo("unsupported_grant_type");
    }

    @Test
    void a_call_without_a_live_token_is_a_401() {
        Caller caller = Caller.of(simulator, "config-sync");
        assertThat(caller.get("/api/v2/organizations/me").statusCode()).isEqualTo(200);

        clock.addAndGet(600_000);

        HttpResponse<String> expired = caller.get("/api/v2/organizations/me");
        assertThat(expired.statusCode()).isEqualTo(401);
        assertThat(Caller.json(expired).path("code").asText()).isEqualTo("bad.credentials");
        assertThat(new Caller(simulator.url()).get("/api/v2/users").statusCode())
                .isEqualTo(401);
    }

    @Test
    void revoked_tokens_are_a_401() {
        Caller caller = Caller.of(simulator, "config-sync");

        simulator.revokeTokens();

        assertThat(caller.get("/api/v2/organizations/me").statusCode()).isEqualTo(401);
    }

    @Test
    void it_tells_which_organisation_and_which_client_a_token_is_for() {
        Caller caller = Caller.of(simulator, "config-sync");

        assertThat(caller.ok("GET", "/api/v2/organizations/me", null).path("id").asText())
                .isEqualTo(simulator.organisationId());
        assertThat(caller.ok("GET", "/api/v2/tokens/me", null)
                        .path("OAuthClient")
                        .path("id")
                        .asText())
                .isEqualTo(client.id());
    }

    @Test
    void a_client_without_a_permission_is_told_which_one_is_missing() {
        HttpResponse<String> answer = Caller.of(simulator, "conversation-provider")
                .call("POST", "/api/v2/routing/queues", "{\"name\":\"Sales\"}");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(Caller.json(answer).path("code").asText()).isEqualTo("missing.permissions");
        assertThat(Caller.json(answer).path("message").asText()).contains("routing:queue:add");
    }
}

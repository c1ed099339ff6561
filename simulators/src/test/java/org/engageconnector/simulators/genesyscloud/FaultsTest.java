package org.engageconnector.simulators.genesyscloud;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.engageconnector.simulators.genesyscloud.faults.Fault;
import org.engageconnector.simulators.genesyscloud.faults.Fault.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {

    private static final String EVENTS = "/api/v2/events/conversations";
    private static final String ME = "/api/v2/organizations/me";

    private final AtomicLong clock = new AtomicLong(1_000_000);
    private GenesysCloudSimulator simulator;
    private FilledOrganisation organisation;
    private Caller caller;
    private Script call;

    @BeforeEach
    void start() {
        simulator = GenesysCloudSimulator.builder().clock(clock::get).start();
        organisation = new FilledOrganisation(simulator);
        caller = Caller.of(simulator, "conversation-provider");
        call = new Script(organisation);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 408, 429, 500, 502, 503, 504})
    void a_phase_of_a_status_hits_so_often_and_processes_nothing(int status) {
        simulator.addFault(Fault.status(EVENTS, status, 2));

        assertThat(post().statusCode()).isEqualTo(status);
        assertThat(post().statusCode()).isEqualTo(status);
        assertThat(simulator.accepted()).isEmpty();
        assertThat(post().statusCode()).isEqualTo(200);
        assertThat(simulator.accepted()).hasSize(1);
        assertThat(simulator.summary().requestsByPath().get("POST " + EVENTS)).containsEntry(status, 2L);
    }

    @Test
    void a_phase_can_end_by_itself_and_leaves_other_paths_alone() {
        simulator.addFault(Fault.status(EVENTS, 503, 0).until(clock.get() + 5_000));

        assertThat(post().statusCode()).isEqualTo(503);
        assertThat(caller.get(ME).statusCode()).isEqualTo(200);
        clock.addAndGet(5_000);
        assertThat(post().statusCode()).isEqualTo(200);
    }

    @Test
    void an_injected_429_says_when_to_come_back_and_takes_no_place_in_the_window() {
        simulator.addFault(new Fault(Kind.STATUS, ME, 1, 0, 429, 7_000, "", null));

        HttpResponse<String> answer = caller.get(ME);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("7");
        assertThat(caller.get(ME).headers().firstValue("inin-ratelimit-count")).hasValue("1");
    }

    @ParameterizedTest
    @EnumSource(names = {"LOSE_ANSWER", "RESET_ANSWER", "CUT_ANSWER"})
    void an_answer_can_be_lost_after_the_events_were_accepted(Kind kind) {
        simulator.addFault(Fault.of(kind, EVENTS, 1));

        assertThatThrownBy(this::post).isInstanceOf(UncheckedIOException.class);
        assertThat(simulator.accepted()).hasSize(1);

        assertThat(post().body()).isEqualTo("{\"errors\":[]}");
        assertThat(simulator.summary().repeated()).isEqualTo(1);
    }

    @Test
    void a_gateway_time_out_can_hide_that_the_events_were_accepted() {
        simulator.addFault(new Fault(Kind.STATUS_AFTER, EVENTS, 1, 0, 504, 0, "", null));

        assertThat(post().statusCode()).isEqualTo(504);
        assertThat(simulator.accepted()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"CLOSE", "RESET"})
    void a_connection_can_be_closed_or_reset_before_anything_is_processed(Kind kind) {
        simulator.addFault(Fault.of(kind, EVENTS, 1));

        assertThatThrownBy(this::post).hasRootCauseInstanceOf(IOException.class);
        assertThat(simulator.accepted()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"SILENCE", "HALF_OPEN"})
    void a_request_can_stay_without_an_answer_processed_or_not(Kind kind) {
        simulator.addFault(Fault.of(kind, EVENTS, 1));

        assertThatThrownBy(() -> caller.timeout(300).post(EVENTS, WorkedCall.batch(List.of(call.customer()))))
                .hasRootCauseInstanceOf(HttpTimeoutException.class);
        assertThat(simulator.accepted()).hasSize(kind == Kind.SILENCE ? 1 : 0);
    }

    @Test
    void an_answer_can_be_late_or_trickle_in() {
        simulator.addFault(Fault.delay(ME, 200, 1));
        long start = System.nanoTime();
        assertThat(caller.get(ME).statusCode()).isEqualTo(200);
        assertThat(System.nanoTime() - start).isGreaterThan(190_000_000L);

        simulator.addFault(Fault.of(Kind.SLOW, ME, 1));
        start = System.nanoTime();
        assertThat(Caller.json(caller.get(ME)).path("id").asText()).isEqualTo(simulator.organisationId());
        assertThat(System.nanoTime() - start).isGreaterThan(1_500_000_000L);
    }

    @Test
    void one_permission_can_be_missing() {
        String fault = simulator.addFault(Fault.missingPermission("conversation:conversation:inject"));

        HttpResponse<String> answer = post();
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(Caller.json(answer).path("message").asText()).contains("conversation:conversation:inject");

        simulator.removeFault(fault);
        assertThat(post().statusCode()).isEqualTo(200);
    }

    @Test
    void faults_quota_and_tokens_are_switched_from_outside() {
        String id = caller.ok(
                        "POST",
                        "/simulator/faults",
                        "{\"kind\":\"status\",\"status\":503,\"path\":\"" + EVENTS + "\",\"seconds\":60}")
                .path("id")
                .asText();
        assertThat(post().statusCode()).isEqualTo(503);
        assertThat(caller.ok("GET", "/simulator/faults", null)
                        .path(0)
                        .path("hits")
                        .asInt())
                .isEqualTo(1);
        caller.ok("DELETE", "/simulator/faults/" + id, null);
        assertThat(post().statusCode()).isEqualTo(200);
        assertThat(caller.call("POST", "/simulator/faults", "{\"kind\":\"odd\"}")
                        .statusCode())
                .isEqualTo(400);

        caller.ok("PATCH", "/simulator/settings", "{\"requestsPerMinute\":1,\"malformedFailsRequest\":true}");
        assertThat(caller.get(ME).statusCode()).isEqualTo(429);
        caller.ok("POST", "/simulator/tokens/revoke", "");
        assertThat(caller.get(ME).statusCode()).isEqualTo(401);
    }

    @Test
    void the_simulator_can_be_away_for_a_while() {
        caller.ok("POST", "/simulator/outage", "{\"seconds\":1}");

        await().atMost(5, SECONDS).until(() -> !answers());
        await().atMost(10, SECONDS).until(this::answers);
        assertThat(post().statusCode()).isEqualTo(200);
    }

    @Test
    void open_connections_can_be_dropped() {
        caller.ok("POST", "/simulator/connections/drop", "");

        await().atMost(5, SECONDS).until(this::answers);
    }

    private boolean answers() {
        try {
            return caller.get(ME).statusCode() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private HttpResponse<String> post() {
        WorkedCall.Line customer = call.customer();
        customer.event().put("eventId", call.id("event")).put("eventDateTime", "2026-05-04T10:00:00Z");
        return caller.post(EVENTS, WorkedCall.batch(List.of(customer)));
    }
}

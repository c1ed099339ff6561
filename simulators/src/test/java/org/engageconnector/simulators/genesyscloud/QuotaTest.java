package org.engageconnector.simulators.genesyscloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QuotaTest {

    private final AtomicLong clock = new AtomicLong(1_000_000);
    private GenesysCloudSimulator simulator;
    private Caller caller;

    @BeforeEach
    void start() {
        simulator = GenesysCloudSimulator.builder()
                .requestsPerMinute(3)
                .clock(clock::get)
                .start();
        caller = Caller.of(simulator, "config-sync");
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void the_request_beyond_the_quota_is_a_429_that_says_when_to_come_back() {
        call();
        clock.addAndGet(10_000);
        call();
        HttpResponse<String> third = call();
        assertThat(header(third, "inin-ratelimit-count")).isEqualTo("3");
        assertThat(header(third, "inin-ratelimit-allowed")).isEqualTo("3");
        assertThat(header(third, "inin-ratelimit-reset")).isEqualTo("50");

        HttpResponse<String> fourth = call();

        assertThat(fourth.statusCode()).isEqualTo(429);
        assertThat(header(fourth, "Retry-After")).isEqualTo("50");
        assertThat(Caller.json(fourth).path("code").asText()).isEqualTo("too.many.requests.retry.after");
        assertThat(Caller.json(fourth).path("message").asText())
                .isEqualTo("Rate limit exceeded the maximum. Retry the request in [50] seconds");
    }

    @Test
    void the_window_slides_and_a_429_takes_no_place_in_it() {
        call();
        clock.addAndGet(30_000);
        call();
        call();
        assertThat(call().statusCode()).isEqualTo(429);

        clock.addAndGet(29_999);
        assertThat(call().statusCode()).isEqualTo(429);
        clock.addAndGet(1);
        assertThat(call().statusCode()).isEqualTo(200);
        assertThat(call().statusCode()).isEqualTo(429);

        assertThat(simulator.summary().mostInAMinute()).containsEntry("config-sync", 3);
        assertThat(simulator.summary().answered429()).isEqualTo(3);
    }

    @Test
    void callers_at_once_get_exactly_the_quota() {
        simulator.requestsPerMinute(100);

        List<Integer> statuses = IntStream.range(0, 160)
                .parallel()
                .mapToObj(i -> call().statusCode())
                .toList();

        assertThat(statuses).filteredOn(status -> status == 200).hasSize(100);
        assertThat(statuses).filteredOn(status -> status == 429).hasSize(60);
        assertThat(simulator.summary().mostInAMinute()).containsEntry("config-sync", 100);
        assertThat(simulator.summary().mostOfferedInAMinute()).containsEntry("config-sync", 160);
    }

    @Test
    void every_token_has_a_quota_of_its_own() {
        call();
        call();
        call();

        assertThat(Caller.of(simulator, "config-sync")
                        .get("/api/v2/organizations/me")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_401_takes_no_place_in_the_window() {
        new Caller(simulator.url()).get("/api/v2/organizations/me");

        assertThat(header(call(), "inin-ratelimit-count")).isEqualTo("1");
    }

    private HttpResponse<String> call() {
        return caller.get("/api/v2/organizations/me");
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}

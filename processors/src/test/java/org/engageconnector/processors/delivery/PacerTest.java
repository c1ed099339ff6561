package org.engageconnector.processors.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Plays {@code delivery/pacer-cases.yaml} on virtual time. */
class PacerTest {

    private static final long SECOND = PacerRun.SECOND;

    @TestFactory
    Stream<DynamicTest> casesOfTheFile() throws IOException {
        try (InputStream in = PacerTest.class.getResourceAsStream("/delivery/pacer-cases.yaml")) {
            JsonNode cases = new ObjectMapper(new YAMLFactory()).readTree(in);
            return StreamSupport.stream(cases.spliterator(), false)
                    .map(each -> DynamicTest.dynamicTest(each.get("name").asText(), () -> play(each)));
        }
    }

    private static void play(JsonNode scenario) {
        Map<String, Double> shares = shares(scenario.path("paths"));
        PacerRun run = new PacerRun(
                scenario.path("share").asDouble(1), scenario.path("ceiling").asInt(0), shares, 0, 0.5);
        List<String> paths = shares.isEmpty() ? List.of("conversations") : List.copyOf(shares.keySet());
        int before = 0;
        for (JsonNode phase : scenario.get("phases")) {
            before = run.sent.size();
            if (phase.has("idle")) {
                run.idle(phase.get("idle").asLong());
            } else {
                run.backlog(phase.get("backlog").asLong(), 8, paths, now -> answer(phase));
            }
        }
        check(scenario.get("bounds"), run, run.sent.size() - before);
    }

    private static void check(JsonNode bounds, PacerRun run, int sentInLastPhase) {
        assertThat(PacerRun.mostInAMinute(run.arrived))
                .as("requests in any minute")
                .isLessThanOrEqualTo(bounds.get("perMinuteMost").asInt());
        if (bounds.has("useLeast")) {
            double ideal = run.pacer.quota() * (double) run.now / (60 * SECOND);
            assertThat(run.sent.size() / ideal)
                    .as("part of the quota used")
                    .isGreaterThanOrEqualTo(bounds.get("useLeast").asDouble());
        }
        if (bounds.has("quota")) {
            assertThat(run.pacer.quota()).isEqualTo(bounds.get("quota").asInt());
        }
        if (bounds.has("burstMost")) {
            assertThat(mostWithin(run.sent, 150 * PacerRun.MILLI))
                    .isLessThanOrEqualTo(bounds.get("burstMost").asInt());
        }
        if (bounds.has("lastPhaseMost")) {
            assertThat(sentInLastPhase)
                    .isLessThanOrEqualTo(bounds.get("lastPhaseMost").asInt());
        }
        if (bounds.has("lastPhaseLeast")) {
            assertThat(sentInLastPhase)
                    .isGreaterThanOrEqualTo(bounds.get("lastPhaseLeast").asInt());
        }
        shares(bounds.path("shares"))
                .forEach((path, share) -> assertThat(
                                (double) run.sentByPath.get(path).size() / run.sent.size())
                        .as("share of " + path)
                        .isCloseTo(share, within(0.02)));
    }

    private static int mostWithin(List<Long> times, long nanos) {
        int most = 0;
        for (long from : times) {
            most = Math.max(most, (int)
                    times.stream().filter(at -> at >= from && at < from + nanos).count());
        }
        return most;
    }

    private static PacerRun.Answer answer(JsonNode phase) {
        long total = phase.get("latency").asLong() * PacerRun.MILLI;
        Map<String, String> headers = new java.util.HashMap<>();
        phase.path("answers")
                .properties()
                .forEach(each -> headers.put(each.getKey(), each.getValue().asText()));
        return new PacerRun.Answer(total / 2, total, phase.path("status").asInt(200), headers);
    }

    private static Map<String, Double> shares(JsonNode node) {
        Map<String, Double> shares = new java.util.TreeMap<>();
        node.properties()
                .forEach(each -> shares.put(each.getKey(), each.getValue().asDouble()));
        return shares;
    }

    @Test
    void requestsOfAPreviousOwnerCountUntilTheirMinuteIsOver() {
        PacerRun run = new PacerRun(1, 0, Map.of(), 100 * SECOND, 0);
        List<Long> before = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            before.add(i * 200 * PacerRun.MILLI);
        }
        before.forEach(ago -> run.arrived.add(run.now - ago));
        run.pacer.usedBefore(before);
        run.backlog(60, 8, List.of("conversations"), now -> PacerRun.Answer.ok(20));
        assertThat(PacerRun.mostInAMinute(run.arrived)).isLessThanOrEqualTo(300);
        assertThat(run.sent).hasSizeGreaterThan(290);
    }

    @Test
    void oneRequestFeelsTheWayBeforeABurst() {
        PacerRun run = new PacerRun(1, 0, Map.of(), 0, 0);
        assertThat(run.pacer.tryAcquire("conversations")).isZero();
        assertThat(run.pacer.tryAcquire("conversations")).isPositive();
        run.pacer.finished("conversations");
        assertThat(run.pacer.tryAcquire("conversations")).isZero();
    }

    @Test
    void aPathThatWaitsAloneGetsEverything() {
        PacerRun run = new PacerRun(1, 0, Map.of("presence", 0.5, "routingstatus", 0.5), 0, 0);
        run.backlog(60, 8, List.of("presence"), now -> PacerRun.Answer.ok(20));
        assertThat(run.sent).hasSizeGreaterThan(294);
    }

    @Test
    void theUsedRatioTellsHowFullTheMinuteIs() {
        PacerRun run = new PacerRun(1, 60, Map.of(), 0, 0);
        run.backlog(30, 8, List.of("conversations"), now -> PacerRun.Answer.ok(20));
        assertThat(run.pacer.usedRatio()).isCloseTo(0.55, within(0.05));
    }

    @Test
    void aShareOutsideItsRangeIsRefused() {
        assertThatThrownBy(() -> new Pacer(0, Map.of())).hasMessageContaining("quota share");
        assertThatThrownBy(() -> new Pacer(1.5, Map.of())).hasMessageContaining("quota share");
    }
}

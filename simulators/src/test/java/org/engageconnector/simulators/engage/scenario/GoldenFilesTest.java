package org.engageconnector.simulators.engage.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The scenarios that come with the simulator are read as they are written. */
class GoldenFilesTest {

    private static final Path SHARED =
            Path.of("../../shared/golden").toAbsolutePath().normalize();

    private final ScenarioFiles files = new ScenarioFiles();

    @Test
    void all_golden_scenarios_are_read() {
        assertThat(files.golden()).hasSize(37).allSatisfy(s -> {
            assertThat(s.events()).isNotEmpty().isSortedAccordingTo((a, b) -> Long.compare(a.at(), b.at()));
            assertThat(s.rules()).isNotEmpty();
            assertThat(s.witnesses()).contains("all");
        });
    }

    @Test
    void timesAndValuesAreKeptToTheMillisecondAndTheBit() {
        Scenario scenario = byName("inbound-queued-answered");
        ScenarioEvent queuedOnRoutePoint = scenario.events().get(2);
        assertThat(queuedOnRoutePoint.at()).isEqualTo(10);
        assertThat(queuedOnRoutePoint.number("PartyState", 0)).isEqualTo(0x809);
        assertThat(queuedOnRoutePoint.text("DN")).isEqualTo("9001");
        assertThat(scenario.expect().get(4).at()).isEqualTo(24_001);
        assertThat(scenario.length()).isEqualTo(214_000);
    }

    @Test
    void theCastKnowsWhoIsWho() {
        Cast cast = files.bundledCast();
        assertThat(cast.agentAt("5003")).isEqualTo("C");
        assertThat(cast.outside("41791234567")).isTrue();
        assertThat(List.of("5001", "5099", "9002", "MSML_1", "VQ_Sales", "VQ_Unmapped"))
                .noneMatch(cast::outside);
        assertThat(cast.symbols()).containsEntry("X1", "0071029f5d0a1001");
        assertThat(byName("consult-then-complete").agents(cast)).containsExactly("A", "C");
        assertThat(byName("abandoned-in-queue").agents(cast)).isEmpty();
    }

    @Test
    void aFileThatIsNoScenarioIsNamed() throws IOException {
        Path file = Files.createTempFile("no-scenario", ".yaml");
        Files.writeString(file, "events: [{at: x}]");
        assertThatThrownBy(() -> files.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(file.toString());
        Files.delete(file);
    }

    static boolean sharedFilesAreThere() {
        return Files.isDirectory(SHARED);
    }

    @Test
    @EnabledIf("sharedFilesAreThere")
    void theyAreTheSharedOnes() throws IOException {
        try (Stream<Path> shared = Files.list(SHARED)) {
            List<Path> yaml = shared.filter(p -> p.toString().endsWith(".yaml")).collect(Collectors.toList());
            assertThat(yaml)
                    .hasSize(38)
                    .allSatisfy(p ->
                            assertThat(resource(p.getFileName().toString())).isEqualTo(Files.readString(p)));
        }
    }

    private Scenario byName(String name) {
        return files.all().stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String resource(String name) {
        try (var in = ScenarioFiles.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

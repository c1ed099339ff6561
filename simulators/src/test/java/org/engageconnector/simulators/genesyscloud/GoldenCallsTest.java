package org.engageconnector.simulators.genesyscloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.engageconnector.simulators.engage.scenario.Scenario;
import org.engageconnector.simulators.engage.scenario.ScenarioFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenCallsTest {

    private static GenesysCloudSimulator simulator;
    private static FilledOrganisation organisation;
    private static Caller caller;

    @BeforeAll
    static void start() {
        simulator = GenesysCloudSimulator.builder().requestsPerMinute(10_000).start();
        organisation = new FilledOrganisation(simulator);
        caller = Caller.of(simulator, "conversation-provider");
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    static Stream<String> names() {
        return new ScenarioFiles().golden().stream().map(Scenario::name);
    }

    @ParameterizedTest
    @MethodSource("names")
    void what_a_golden_call_expects_is_accepted_one_by_one(String name) {
        long before = simulator.summary().conversationsLive();
        for (WorkedCall.Line line : new GoldenCall(organisation).read(name)) {
            assertThat(caller.post("/api/v2/events/conversations", WorkedCall.batch(List.of(line)))
                            .body())
                    .as(line.list())
                    .isEqualTo("{\"errors\":[]}");
        }
        assertThat(simulator.summary().conversationsLive()).isEqualTo(before);
    }
}

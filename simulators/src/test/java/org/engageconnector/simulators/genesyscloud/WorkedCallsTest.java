package org.engageconnector.simulators.genesyscloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WorkedCallsTest {

    private GenesysCloudSimulator simulator;
    private FilledOrganisation organisation;
    private Caller caller;

    @BeforeEach
    void start() {
        simulator = GenesysCloudSimulator.builder().start();
        organisation = new FilledOrganisation(simulator);
        caller = Caller.of(simulator, "conversation-provider");
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    static Stream<String> calls() {
        return WorkedCall.NAMES.stream();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void a_whole_call_in_one_request_is_accepted(String name) {
        WorkedCall call = WorkedCall.read(name, organisation);

        assertThat(post(call.lines())).isEqualTo("{\"errors\":[]}");

        assertThat(simulator.accepted()).hasSize(call.lines().size());
    }

    @ParameterizedTest
    @MethodSource("calls")
    void a_call_event_by_event_is_accepted_and_a_repeat_changes_nothing(String name) {
        WorkedCall call = WorkedCall.read(name, organisation);

        for (WorkedCall.Line line : call.lines()) {
            assertThat(post(List.of(line))).as(line.list()).isEqualTo("{\"errors\":[]}");
            assertThat(post(List.of(line))).as(line.list()).isEqualTo("{\"errors\":[]}");
        }

        assertThat(simulator.summary().accepted()).isEqualTo(call.lines().size());
        assertThat(simulator.summary().repeated()).isEqualTo(call.lines().size());
        assertThat(simulator.summary().conversationsLive()).isZero();
    }

    private String post(List<WorkedCall.Line> lines) {
        return caller.post("/api/v2/events/conversations", WorkedCall.batch(lines))
                .body();
    }
}

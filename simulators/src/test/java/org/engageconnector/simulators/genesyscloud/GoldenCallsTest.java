package org.engageconnector.simulators.genesyscloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abandoned-in-queue",
                "abandoned-while-ringing",
                "blind-transfer-to-agent",
                "blind-transfer-to-outside-number",
                "blind-transfer-to-queue",
                "conference-then-one-leaves",
                "consult-then-cancel",
                "consult-then-complete",
                "diverted-to-another-queue",
                "hold-and-retrieve-twice",
                "inbound-answered-agent-hangs-up",
                "inbound-queued-answered",
                "internal-agent-to-agent",
                "outbound-answered",
                "ring-no-answer-second-agent",
                "two-queues-one-wins"
            })
    void what_a_golden_call_expects_is_accepted_one_by_one(String name) {
        for (WorkedCall.Line line : new GoldenCall(organisation).read(name)) {
            assertThat(caller.post("/api/v2/events/conversations", WorkedCall.batch(List.of(line)))
                            .body())
                    .as(line.list())
                    .isEqualTo("{\"errors\":[]}");
        }
        assertThat(simulator.summary().conversationsLive()).isZero();
    }
}

package org.engageconnector.simulators.judge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.engageconnector.simulators.engage.Unheard;
import org.engageconnector.simulators.engage.net.Hearing;
import org.engageconnector.simulators.engage.play.ExpectedAgentState;
import org.junit.jupiter.api.Test;

class AgentStateJudgeTest {

    private static final long START = 1_772_442_000_000L;

    private static final OrganisationNames NAMES =
            new OrganisationNames(Map.of("agentA", "user-id-A"), Map.of(), Map.of(), Map.of());

    private final List<ExpectedAgentState> expected = new ArrayList<>();
    private final List<AcceptedEvent> accepted = new ArrayList<>();

    @Test
    void a_state_that_never_came_is_lost() {
        told("Idle", 1_000);
        told("Interacting", 2_000);
        came("Idle", 1_050);

        assertThat(judge(Unheard.NOTHING).lines()).singleElement().asString().contains("lost", "Interacting");
    }

    @Test
    void the_last_second_before_nobody_was_there_is_not_promised_and_what_was_told_before_is() {
        told("Idle", 1_000);
        told("Interacting", 2_000);
        came("Idle", 1_050);

        assertThat(judge(nobody(2_900, 9_000)).notPromisedCount()).isEqualTo(1);
        assertThat(judge(nobody(2_900, 9_000)).lostCount()).isZero();
        assertThat(judge(nobody(3_001, 9_000)).lostCount()).isEqualTo(1);
        assertThat(judge(nobody(3_001, 9_000).withNobodySince(START + 2_900)).lostCount())
                .isZero();
    }

    @Test
    void a_state_that_was_told_when_somebody_was_there_again_is_promised() {
        told("Interacting", 2_000);
        told("Idle", 9_500);
        came("Interacting", 2_050);

        assertThat(judge(nobody(3_500, 9_000)).lostCount()).isEqualTo(1);
    }

    @Test
    void of_two_equal_states_the_event_is_the_one_that_was_promised() {
        told("Interacting", 4_000);
        told("Idle", 5_000);
        told("Interacting", 9_500);
        told("Idle", 10_500);
        came("Interacting", 9_600);
        came("Idle", 10_600);

        Findings findings = judge(nobody(3_500, 9_000));

        assertThat(findings.notPromisedCount()).isEqualTo(2);
        assertThat(findings.lostCount()).isZero();
    }

    @Test
    void an_event_is_none_of_the_states_that_were_told_after_it_came() {
        told("Interacting", 4_000);
        told("Idle", 5_000);
        told("Interacting", 9_500);
        told("Idle", 10_500);
        came("Interacting", 4_100);
        came("Idle", 5_100);

        assertThat(judge(nobody(3_500, 9_000)).lostCount()).isEqualTo(2);
    }

    private Findings judge(Unheard unheard) {
        return new AgentStateJudge(NAMES, List.of(), accepted, unheard).judge(expected);
    }

    private static Unheard nobody(long from, long to) {
        return new Unheard(Map.of(), List.of(new Hearing.Span(START + from, START + to)));
    }

    private void told(String value, long after) {
        expected.add(new ExpectedAgentState(
                "agentA",
                ExpectedAgentState.Kind.ROUTING_STATUS,
                value,
                (int) ((START + after) / 1_000),
                START + after));
    }

    private void came(String value, long after) {
        try {
            accepted.add(new AcceptedEvent(
                    accepted.size(),
                    "request-" + accepted.size(),
                    "userRoutingStatus",
                    "event-" + accepted.size(),
                    START + after,
                    new ObjectMapper().readTree("{\"agentId\":\"user-id-A\",\"status\":\"" + value + "\"}")));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}

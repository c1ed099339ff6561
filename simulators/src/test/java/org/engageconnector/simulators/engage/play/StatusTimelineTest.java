package org.engageconnector.simulators.engage.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** An agent's Stat Server status follows the calls that the agent plays. */
class StatusTimelineTest {

    @Test
    void anInboundCallRingsIsTalkedAndWrappedUp() {
        assertThat(statuses("inbound-queued-answered", 'A')).containsExactly(7, 22, 9, 4);
    }

    @Test
    void whoDoesNotAnswerGoesFromRingingToNotReadyAndComesBackLater() {
        assertThat(statuses("ring-no-answer-second-agent", 'A')).containsExactly(7, 8, 4);
        assertThat(statuses("ring-no-answer-second-agent", 'B')).containsExactly(7, 22, 9, 4);
    }

    @Test
    void aConsultHidesTheHeldCallAndBecomesInboundWhenItIsCompleted() {
        assertThat(statuses("consult-then-complete", 'A')).containsExactly(7, 22, 13, 19, 9, 4);
        assertThat(statuses("consult-then-complete", 'C')).containsExactly(7, 19, 22, 4);
        assertThat(statuses("consult-then-cancel", 'A'))
                .as("on hold again for 100 ms only: too short to be told")
                .containsExactly(7, 22, 13, 19, 22, 4);
    }

    @Test
    void otherCallsHaveTheirOwnNumbers() {
        assertThat(statuses("outbound-answered", 'A')).containsExactly(6, 21, 9, 4);
        assertThat(statuses("internal-agent-to-agent", 'A')).containsExactly(6, 20, 4);
        assertThat(statuses("internal-agent-to-agent", 'B')).containsExactly(7, 20, 4);
        assertThat(statuses("abandoned-while-ringing", 'A')).containsExactly(7, 4);
        assertThat(statuses("hold-and-retrieve-twice", 'A')).containsExactly(7, 22, 13, 22, 13, 22, 4);
    }

    @Test
    void theCallTypeIsThatOfTheCallThatGivesTheStatus() {
        List<TimedStatus> statuses = of("consult-then-complete", 'A');
        assertThat(statuses).extracting(TimedStatus::callType).containsExactly(2, 2, 2, 4, null, null);
    }

    @Test
    void statusesComeWithTheEventsThatCauseThem() {
        assertThat(of("inbound-queued-answered", 'A'))
                .extracting(s -> s.at() - Played.START)
                .containsExactly(18_000L, 24_000L, 184_020L, 214_000L);
    }

    private static List<Integer> statuses(String scenario, char agent) {
        return of(scenario, agent).stream().map(TimedStatus::status).toList();
    }

    private static List<TimedStatus> of(String scenario, char agent) {
        return Played.bind(scenario, Long.MAX_VALUE).statuses().stream()
                .filter(s -> s.employeeId().equals(Played.employee(agent)))
                .toList();
    }
}

package org.engageconnector.simulators.engage.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.engageconnector.message.KeyValueList;
import org.engageconnector.simulators.engage.statserver.AgentState;
import org.junit.jupiter.api.Test;

/** What must be told of agent states is the mapping's default table, row by row. */
class AgentStateLedgerTest {

    private final AgentStateLedger ledger = new AgentStateLedger();
    private int time = 1_772_442_000;

    @Test
    void aDayOfAnAgent() {
        note(23, null);
        note(8, null);
        note(4, null);
        note(7, 2);
        note(22, 2);
        note(13, 2);
        note(9, null);
        note(4, null);
        note(8, null, "LUNCH");
        note(8, null, "MEETING");
        note(23, null);
        assertThat(told())
                .containsExactly(
                        "Offline",
                        "OffQueue",
                        "Busy",
                        "On Queue",
                        "Idle",
                        "Interacting",
                        "Idle",
                        "Meal",
                        "OffQueue",
                        "Meeting",
                        "Offline");
    }

    @Test
    void communicatingKeepsThePresenceOfBefore() {
        note(8, null, "TRAINING");
        note(6, 3);
        note(21, 3);
        note(8, null, "TRAINING");
        note(4, null);
        note(7, 4);
        note(19, 4);
        note(4, null);
        assertThat(told())
                .containsExactly(
                        "Training",
                        "OffQueue",
                        "Communicating",
                        "OffQueue",
                        "On Queue",
                        "Idle",
                        "Communicating",
                        "Idle");
    }

    @Test
    void whoDoesNotAnswerIsNotRespondingUntilTheNextChange() {
        note(4, null);
        note(7, 2);
        note(8, null);
        note(4, null);
        assertThat(told())
                .containsExactly("On Queue", "Idle", "Interacting", "Busy", "NotResponding", "On Queue", "Idle");
    }

    private void note(int status, Integer callType, String... reason) {
        ledger.note(
                "agentA",
                new AgentState(
                        status,
                        time++,
                        callType,
                        List.of(reason).stream()
                                .map(r -> new KeyValueList.Pair("ReasonCode", r))
                                .toList()),
                time * 1_000L);
    }

    private List<String> told() {
        return ledger.expected().stream().map(ExpectedAgentState::value).toList();
    }
}

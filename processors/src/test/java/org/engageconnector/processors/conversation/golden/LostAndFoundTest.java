package org.engageconnector.processors.conversation.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * docs/call-rules.md#late-lost-repeated: gaps in coverage, other server runs, calls that nobody ends. The call: A talks with
 * the caller since 24.000.
 */
class LostAndFoundTest {

    private static final int CONNECTED = 0xC;
    private static final int HELD = 0xE;

    private static final int RUN = 100;
    private static final int OTHER_RUN = 200;
    /** Both legs, and the wrap-up that Genesys Cloud waits for. */
    private static final List<String> LOST = List.of(
            "50.000 communicationEnded Error",
            "50.001 communicationEnded Error",
            "52.001 communicationDispositionApplied");

    private Scene scene;

    @BeforeEach
    void talking() {
        scene = new Scene("inbound-queued-answered");
        for (String family : List.of("vq", "extension", "call")) {
            for (String instance : List.of("one", "two")) {
                scene.control(-10, "SessionUp", family, instance, RUN).control(-9, "ResyncEnd", family, instance, RUN);
            }
        }
        scene.play(0, 30).told();
    }

    @Test
    void aRestartOfOneInstanceWhileTheOtherListensChangesNothing() {
        for (String family : List.of("vq", "extension", "call")) {
            scene.control(40, "SessionDown", family, "one", RUN);
            scene.control(50, "SessionUp", family, "one", RUN).control(51, "ResyncEnd", family, "one", RUN);
        }
        assertThat(scene.advance(160).told()).isEmpty();
        assertThat(scene.play(160, 300).told()).hasSize(3);
    }

    @Test
    void aCallThatNobodyConfirmsEndsWithTheTimeOfTheReconnect() {
        gap(RUN);
        assertThat(scene.advance(60.9).told()).isEmpty();
        assertThat(scene.advance(61).told()).isEqualTo(LOST);
        assertThat(scene.odd).contains("not-confirmed");
    }

    @Test
    void whatEndedInTheGapStaysEndedWhateverComesLate() {
        gap(RUN);
        scene.advance(61).told();
        assertThat(scene.play(160, 300).advance(300).told()).noneMatch(line -> line.contains("Established"));
    }

    @Test
    void aReplayedCallIsConfirmedAndGoesOn() {
        gap(RUN);
        scene.replayed(50.5, "U1", "X1", "41791234567", "5001");
        assertThat(scene.advance(160).told()).isEmpty();
        assertThat(scene.play(160, 300).told())
                .containsExactly(
                        "184.000 communicationEnded Self",
                        "184.001 communicationEnded Peer",
                        "214.000 communicationDispositionApplied");
    }

    @Test
    void aRegisteredDnConfirmsItsCalls() {
        gap(RUN);
        scene.event(
                50.5,
                "extension",
                "EventRegistered",
                "ThisDN",
                "5001",
                "AgentID",
                "1001",
                "Extensions",
                scene.list(
                        "AgentStatus", 1, "conn-1", "0071029f5d0a1001", "ps-1", 0xC, "ct-1", 2, "call-uuid-1", "U1"));
        assertThat(scene.advance(160).told()).isEmpty();
    }

    /** A number of two digits is a number too. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void each_of_twelve_calls_that_a_registered_dn_lists_is_confirmed(int place) {
        gap(RUN);
        List<Object> extensions = new ArrayList<>(List.of("AgentStatus", 1));
        for (int n = 1; n <= 12; n++) {
            String call = n == place ? "U1" : "other" + n;
            extensions.addAll(List.of("conn-" + n, "0071029f5d0a20%02d".formatted(n), "call-uuid-" + n, call));
        }
        scene.event(
                50.5,
                "extension",
                "EventRegistered",
                "ThisDN",
                "5001",
                "AgentID",
                "1001",
                "Extensions",
                scene.list(extensions.toArray()));
        assertThat(scene.advance(160).told()).isEmpty();
    }

    @Test
    void a_consult_call_that_is_replayed_before_its_call_starts_nothing_and_is_completed_once() {
        Scene calm = new Scene("consult-then-complete");
        calm.control(-10, "SessionUp", "call", "one", RUN).play(0, 70).told();
        List<String> rest = calm.play(80, 300).advance(400).told();
        Scene disturbed = new Scene("consult-then-complete");
        disturbed.control(-10, "SessionUp", "call", "one", RUN).play(0, 70).told();
        disturbed.control(72, "SessionDown", "call", "one", RUN).control(75, "SessionUp", "call", "one", RUN);
        replay(disturbed, "U2", "X2", 4, "P4", "5001", "P5", "5003");
        replay(disturbed, "U1", "X1", 2, "P1", "41791234567", "P3", "5001");
        disturbed.control(76, "ResyncEnd", "call", "one", RUN);
        assertThat(disturbed.advance(79).told()).isEmpty();
        assertThat(disturbed.play(80, 300).advance(400).told()).isEqualTo(rest);
    }

    /** In their present states: the agent who consults holds the caller. */
    private static void replay(Scene scene, String call, String conn, int type, String... parties) {
        scene.event(
                75.5, "call", "EventCallCreated", "CallUUID", call, "ConnID", conn, "CallType", type, "Reliability", 1);
        for (int i = 0; i < parties.length; i += 2) {
            scene.event(
                    75.5,
                    "call",
                    "EventCallPartyAdded",
                    "CallUUID",
                    call,
                    "PartyUUID",
                    parties[i],
                    "DN",
                    parties[i + 1],
                    "PartyState",
                    parties[i].equals("P3") ? HELD : CONNECTED,
                    "Reliability",
                    1);
        }
    }

    @Test
    void anAgentWhoIsNoLongerInAConfirmedCallIsLost() {
        gap(RUN);
        scene.replayed(50.5, "U1", "X1", "41791234567");
        assertThat(scene.advance(61).told()).hasSize(2).first().isEqualTo("50.000 communicationEnded Error");
    }

    @Test
    void theQueueLegOfAConfirmedCallIsConfirmed() {
        Scene waiting = new Scene("abandoned-in-queue");
        waiting.control(-10, "SessionUp", "call", "one", RUN).play(0, 30).told();
        waiting.control(40, "SessionDown", "call", "one", RUN)
                .control(50, "SessionUp", "call", "one", RUN)
                .replayed(50.5, "U1", "X1", "41791234567")
                .control(51, "ResyncEnd", "call", "one", RUN);
        assertThat(waiting.advance(65).told()).isEmpty();
        assertThat(waiting.play(65, 90).told())
                .containsExactly("71.000 communicationEnded Self", "71.001 communicationEnded Peer");
    }

    @Test
    void anotherServerRunMakesCallsUnconfirmedEvenWithoutAGap() {
        scene.control(50, "SessionUp", "call", "one", OTHER_RUN).control(51, "ResyncEnd", "call", "one", OTHER_RUN);
        assertThat(scene.advance(61).told()).isEqualTo(LOST);
    }

    @Test
    void anInstanceThatWasKilledSaidNoGoodbye() {
        scene.control(40, "SessionDown", "call", "two", RUN);
        scene.control(50, "SessionUp", "call", "one", RUN).control(51, "ResyncEnd", "call", "one", RUN);
        assertThat(scene.advance(61).told()).isEqualTo(LOST);
    }

    @Test
    void aGapOfTheVirtualQueuesAloneEndsNothing() {
        scene.control(40, "SessionDown", "vq", "one", RUN).control(40, "SessionDown", "vq", "two", RUN);
        scene.control(50, "SessionUp", "vq", "one", RUN).control(51, "ResyncEnd", "vq", "one", RUN);
        assertThat(scene.advance(160).told()).isEmpty();
    }

    @Test
    void theGapSurvivesATakeover() {
        scene.takeover().control(40, "SessionDown", "call", "one", RUN);
        scene.takeover().control(41, "SessionDown", "call", "two", RUN);
        scene.takeover().control(50, "SessionUp", "call", "one", RUN);
        scene.takeover().control(51, "ResyncEnd", "call", "one", RUN);
        assertThat(scene.takeover().advance(61).told()).isEqualTo(LOST);
    }

    @Test
    void aCallOfADayWithoutAnEventEndsAndIsReported() {
        assertThat(scene.advance(30 + 86_399 - 7).told()).isEmpty();
        assertThat(scene.advance(24 + 86_400).told())
                .hasSize(2)
                .allMatch(line -> line.endsWith("communicationEnded Error"));
        assertThat(scene.odd).contains("older-than-a-day");
    }

    @Test
    void an_event_with_an_id_of_a_megabyte_is_counted_and_its_call_never_kept() {
        String endless = "U".repeat(1 << 20);
        scene.event(40, "extension", "EventRinging", "ThisDN", "5002", "CallUUID", endless, "CallType", 2);
        scene.event(40, "extension", "EventRinging", "ThisDN", "5002", "CallUUID", "U9", "ANI", endless, "CallType", 2);
        assertThat(scene.advance(60).told()).isEmpty();
        assertThat(scene.odd).contains("text-too-long");
        assertThat(scene.play(160, 300).told()).hasSize(3);
    }

    private void gap(int run) {
        for (String instance : List.of("one", "two")) {
            scene.control(40, "SessionDown", "call", instance, RUN)
                    .control(40, "SessionDown", "extension", instance, RUN);
        }
        scene.control(50, "SessionUp", "call", "one", run).control(50, "SessionUp", "extension", "one", run);
        scene.control(51, "ResyncEnd", "extension", "one", run).control(51, "ResyncEnd", "call", "one", run);
    }
}

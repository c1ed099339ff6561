package org.engageconnector.processors.agentstate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.engageconnector.processors.agentstate.StatServerStatus.AfterCallWork;
import static org.engageconnector.processors.agentstate.StatServerStatus.CallConsult;
import static org.engageconnector.processors.agentstate.StatServerStatus.CallDialing;
import static org.engageconnector.processors.agentstate.StatServerStatus.CallInbound;
import static org.engageconnector.processors.agentstate.StatServerStatus.CallInternal;
import static org.engageconnector.processors.agentstate.StatServerStatus.CallOnHold;
import static org.engageconnector.processors.agentstate.StatServerStatus.CallOutbound;
import static org.engageconnector.processors.agentstate.StatServerStatus.CallRinging;
import static org.engageconnector.processors.agentstate.StatServerStatus.LoggedOut;
import static org.engageconnector.processors.agentstate.StatServerStatus.NotReadyForNextCall;
import static org.engageconnector.processors.agentstate.StatServerStatus.OffHook;
import static org.engageconnector.processors.agentstate.StatServerStatus.WaitForNextCall;

import java.util.HashSet;
import org.engageconnector.message.StatEvent.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Agent state mapping: every row of the table, and every rule below it. Times are seconds of the server's clock. */
class AgentStateMappingTest {

    private final Desk desk = new Desk();

    @Test
    void row1_aLoggedOutAgentIsOffTheQueueBeforeItIsOffline() {
        assertThat(desk.state(LoggedOut, 10).sent()).containsExactly("10.000 OffQueue", "10.001 Offline");
    }

    @ParameterizedTest(name = "rows 2-5: not ready with {0} is {1}")
    @CsvSource({"BREAK,Break", "lunch,Meal", "MEAL,Meal", "MEETING,Meeting", "TRAINING,Training", "17,Meal"})
    void rows2to5_aMappedReasonGivesItsPresence(String reason, String presence) {
        desk.state(NotReadyForNextCall, 10);
        assertThat(desk.reason(10, 10, reason).sent()).containsExactly("10.000 " + presence, "10.001 OffQueue");
    }

    @Test
    void row6_notReadyWithAReasonNobodyMappedIsBusy() {
        desk.state(NotReadyForNextCall, 10);
        assertThat(desk.reason(10, 10, "FIRE DRILL").sent()).containsExactly("10.000 Busy", "10.001 OffQueue");
    }

    @Test
    void row7_aReadyAgentIsOnQueueAndIdle() {
        assertThat(desk.state(WaitForNextCall, 10).sent()).containsExactly("10.000 OnQueue", "10.001 Idle");
    }

    @Test
    void row8_anInboundCallInteracts() {
        assertThat(desk.state(CallInbound, 10, CallType.inbound).sent())
                .containsExactly("10.000 OnQueue", "10.001 Interacting");
    }

    @ParameterizedTest(name = "row 8a: {0} with an inbound call interacts")
    @EnumSource(
            value = StatServerStatus.class,
            names = {"CallRinging", "CallOnHold", "AfterCallWork"})
    void row8a_ringingHeldAndWrappedUpInboundCallsInteract(StatServerStatus status) {
        assertThat(desk.state(status, 10, CallType.inbound).sent())
                .containsExactly("10.000 OnQueue", "10.001 Interacting");
    }

    @ParameterizedTest(name = "row 9: after-call work of a call of type {0} interacts")
    @EnumSource(CallType.class)
    void row9_afterCallWorkInteracts(CallType type) {
        assertThat(desk.state(AfterCallWork, 10, type).sent()).containsExactly("10.000 OnQueue", "10.001 Interacting");
    }

    @ParameterizedTest(name = "row 10: {0} of an agent who was ready communicates on queue")
    @EnumSource(
            value = StatServerStatus.class,
            names = {
                "CallInternal",
                "CallConsult",
                "CallOutbound",
                "CallUnknown",
                "CallDialing",
                "CallRinging",
                "CallOnHold",
                "OffHook"
            })
    void row10_otherCallsOfAReadyAgentCommunicateOnQueue(StatServerStatus status) {
        desk.state(WaitForNextCall, 10).sent();
        assertThat(desk.state(status, 20, CallType.outbound).sent()).containsExactly("20.000 Communicating");
    }

    @ParameterizedTest(name = "row 11: {0} of an agent at lunch keeps the meal")
    @EnumSource(
            value = StatServerStatus.class,
            names = {"CallInternal", "CallConsult", "CallOutbound", "CallUnknown", "CallDialing", "OffHook"})
    void row11_otherCallsOfAnAgentWhoWasNotReadyKeepItsPresence(StatServerStatus status) {
        desk.state(NotReadyForNextCall, 10).reason(10, 10, "LUNCH").sent();
        assertThat(desk.state(status, 20, CallType.outbound).sent()).containsExactly("20.000 Communicating");
    }

    @ParameterizedTest(name = "row 12: state number {0} changes nothing")
    @CsvSource({"0", "1", "2", "3", "16", "17", "99"})
    void row12_statesOutsideTheTableChangeNothing(int number) {
        desk.state(WaitForNextCall, 10).sent();
        assertThat(desk.stateNumber(number, 20).sent()).isEmpty();
    }

    @Test
    void a_logout_older_than_the_present_login_is_no_logout_and_the_next_one_is() {
        desk.state(NotReadyForNextCall, 100).passes(300).sent();
        assertThat(desk.state(LoggedOut, 95).sent()).isEmpty();
        assertThat(desk.state(WaitForNextCall, 110).sent()).containsExactly("110.000 OnQueue", "110.001 Idle");
        assertThat(desk.state(LoggedOut, 120).sent()).containsExactly("120.000 OffQueue", "120.001 Offline");
    }

    @Test
    void what_comes_before_the_state_after_a_link_loss_sends_nothing() {
        desk.state(WaitForNextCall, 10).sent();
        desk.stateNumber(2, 20).stateNumber(1, 21).stateNumber(0, 22);
        assertThat(desk.sent()).isEmpty();
        assertThat(desk.state(CallInbound, 23, CallType.inbound).sent()).containsExactly("23.000 Interacting");
    }

    @Test
    void of_five_reasons_within_two_seconds_the_last_one_counts_and_none_is_told_twice() {
        desk.state(NotReadyForNextCall, 10).reason(10, 10, "BREAK");
        desk.state(NotReadyForNextCall, 10).reason(10, 10, "LUNCH").reason(10, 11, "MEETING");
        desk.state(NotReadyForNextCall, 11).reason(11, 11, "TRAINING").reason(11, 11, "BREAK");
        assertThat(desk.record().presence).isEqualTo(SystemPresence.Break);
        assertThat(desk.sent()).doesNotHaveDuplicates().last().asString().endsWith("Break");
    }

    @Test
    void aDayAtWorkSendsEachChangeOnce() {
        desk.state(LoggedOut, 1).state(NotReadyForNextCall, 10).passes(300).state(WaitForNextCall, 20);
        desk.state(CallRinging, 30, CallType.inbound).state(CallInbound, 35, CallType.inbound);
        desk.state(CallOnHold, 40, CallType.inbound).state(CallConsult, 41, CallType.consult);
        desk.state(CallInbound, 50, CallType.inbound).state(AfterCallWork, 60).state(WaitForNextCall, 70);
        desk.state(CallDialing, 80, CallType.outbound).state(CallOutbound, 85, CallType.outbound);
        desk.state(WaitForNextCall, 90).state(LoggedOut, 100);
        assertThat(desk.sent())
                .containsExactly(
                        "1.000 OffQueue",
                        "1.001 Offline",
                        "10.000 Busy",
                        "20.000 OnQueue",
                        "20.001 Idle",
                        "30.000 Interacting",
                        "41.000 Communicating",
                        "50.000 Interacting",
                        "70.000 Idle",
                        "80.000 Communicating",
                        "90.000 Idle",
                        "100.000 OffQueue",
                        "100.001 Offline");
    }

    @Test
    void anInboundCallThatRangUnansweredIsNotRespondingUntilTheNextState() {
        desk.state(WaitForNextCall, 10).state(CallRinging, 20, CallType.inbound).sent();
        assertThat(desk.state(NotReadyForNextCall, 30).passes(300).sent())
                .containsExactly("30.000 Busy", "30.001 NotResponding");
        assertThat(desk.state(WaitForNextCall, 40).sent()).containsExactly("40.000 OnQueue", "40.001 Idle");
    }

    @Test
    void anInternalCallThatRangUnansweredIsNotAMissedCall() {
        desk.state(WaitForNextCall, 10)
                .state(CallRinging, 20, CallType.internal)
                .sent();
        assertThat(desk.state(NotReadyForNextCall, 30).passes(300).sent())
                .containsExactly("30.000 Busy", "30.001 OffQueue");
    }

    @Test
    void aNotReadyStateWaits300MillisForItsReason() {
        assertThat(desk.state(NotReadyForNextCall, 10).passes(299).sent()).isEmpty();
        assertThat(desk.passes(1).sent()).containsExactly("10.000 Busy", "10.001 OffQueue");
    }

    @Test
    void aReasonOfAnEarlierStateDoesNotCount() {
        desk.state(NotReadyForNextCall, 10)
                .reason(10, 10, "LUNCH")
                .state(WaitForNextCall, 20)
                .sent();
        assertThat(desk.state(NotReadyForNextCall, 30).passes(300).sent())
                .containsExactly("30.000 Busy", "30.001 OffQueue");
    }

    @Test
    void aReasonThatCameBeforeItsStateCounts() {
        assertThat(desk.reason(10, 10, "LUNCH").state(NotReadyForNextCall, 10).sent())
                .containsExactly("10.000 Meal", "10.001 OffQueue");
    }

    @Test
    void aLaterReasonOfTheSameStateReplacesItWithTheServersTime() {
        desk.state(NotReadyForNextCall, 10).reason(10, 10, "LUNCH").sent();
        assertThat(desk.reason(10, 500, "MEETING").sent()).containsExactly("500.000 Meeting");
    }

    @Test
    void theFirstPairThatARuleKnowsWins() {
        assertThat(MappingTableReader.read(Desk.MAPPING)
                        .presenceOf(
                                org.engageconnector.message.KeyValueList.of("a", "x", "b", "MEETING", "c", "LUNCH"),
                                java.util.Map.of()))
                .contains(SystemPresence.Meeting);
    }

    @Test
    void twoEventsOfAnAgentNeverShareAMillisecondAndNeverRunBackwards() {
        desk.state(WaitForNextCall, 10)
                .state(CallInternal, 10)
                .state(WaitForNextCall, 9)
                .state(OffHook, 10);
        assertThat(desk.sent())
                .containsExactly(
                        "10.000 OnQueue", "10.001 Idle", "10.002 Communicating", "10.003 Idle", "10.004 Communicating");
    }

    @Test
    void thereAndBackAgainWithinASecondMakesThreeIds() {
        desk.state(WaitForNextCall, 10).state(CallInternal, 10).state(WaitForNextCall, 10);
        assertThat(new HashSet<>(desk.ids)).hasSize(desk.ids.size());
    }

    @Test
    void anInvalidStatisticFreezesTheAgentUntilTheNextEventInfo() {
        desk.state(WaitForNextCall, 10).sent();
        assertThat(desk.say(Kind.INVALID).passes(1000).sent()).isEmpty();
        assertThat(desk.say(Kind.VALID).sent()).isEmpty();
        assertThat(desk.state(LoggedOut, 30).sent()).containsExactly("30.000 OffQueue", "30.001 Offline");
    }

    @Test
    void whatIsSaidOfAnInvalidStatisticIsSentOnlyWhenItIsValidAndSaidAgain() {
        desk.state(WaitForNextCall, 10).sent();
        desk.say(Kind.INVALID);
        assertThat(desk.state(CallInbound, 20, CallType.inbound).passes(1000).sent())
                .isEmpty();
        assertThat(desk.say(Kind.VALID).passes(1000).sent()).isEmpty();
        assertThat(desk.state(CallInbound, 20, CallType.inbound).sent()).containsExactly("20.000 Interacting");
    }

    @Test
    void aStateThatCameWhileTheStatisticWasInvalidIsNotSentBesideTheNextOne() {
        desk.state(WaitForNextCall, 10).sent();
        desk.say(Kind.INVALID).state(CallInbound, 20, CallType.inbound).say(Kind.VALID);
        desk.state(NotReadyForNextCall, 30);
        assertThat(desk.passes(300).sent()).containsExactly("30.000 Busy", "30.001 OffQueue");
    }

    @Test
    void aTakeoverDoesNotKeepAnAgentFrozenByAConnectionThatIsGone() {
        desk.state(WaitForNextCall, 10).sent();
        desk.say(Kind.INVALID);
        desk.table.load(desk.redis);
        assertThat(desk.state(CallInbound, 20, CallType.inbound).sent()).containsExactly("20.000 Interacting");
    }

    @Test
    void aReadyStateOfTheSameSecondDoesNotHideTheReasonThatIsOnItsWay() {
        desk.state(NotReadyForNextCall, 10).reason(10, 10, "LUNCH");
        desk.state(WaitForNextCall, 10).noReason(WaitForNextCall, 10).sent();
        assertThat(desk.state(NotReadyForNextCall, 10).sent()).isEmpty();
        assertThat(desk.reason(10, 10, "BREAK").sent()).containsExactly("10.004 Break", "10.005 OffQueue");
    }

    @Test
    void anAgentWhoLeftTheListIsTakenOfflineOnce() {
        desk.now = 50_000;
        desk.state(WaitForNextCall, 10).sent();
        assertThat(desk.say(Kind.REMOVED).sent()).containsExactly("50.000 OffQueue", "50.001 Offline");
        assertThat(desk.say(Kind.REMOVED).sent()).isEmpty();
    }

    @Test
    void aRestartSendsNothingWhenTheStateIsTheLastOneJournaled() {
        desk.state(NotReadyForNextCall, 10).reason(10, 10, "LUNCH").sent();
        desk.table.load(desk.redis);
        desk.now = 5000;
        assertThat(desk.state(NotReadyForNextCall, 10)
                        .reason(10, 99, "LUNCH")
                        .passes(300)
                        .sent())
                .isEmpty();
    }

    @Test
    void aDeadLetterMakesTheLastStateUnknownSoThatItIsSentAgain() {
        desk.state(WaitForNextCall, 10).sent();
        desk.refuses(AgentEvents.PRESENCE, 0).refuses(AgentEvents.ROUTING_STATUS, 0);
        assertThat(desk.state(WaitForNextCall, 10).sent()).containsExactly("10.002 OnQueue", "10.003 Idle");
    }

    @Test
    void anAgentWithoutAUserIsSentAsSoonAsTheIdMapKnowsIt() {
        desk.directory = Desk.directory(1, "");
        assertThat(desk.state(WaitForNextCall, 10).sent()).isEmpty();
        desk.directory = Desk.directory(2, "user-1");
        assertThat(desk.passes(1).sent()).containsExactly("10.000 OnQueue", "10.001 Idle");
    }
}

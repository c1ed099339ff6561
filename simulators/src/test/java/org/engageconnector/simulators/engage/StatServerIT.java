package org.engageconnector.simulators.engage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.engageconnector.message.KeyValueList;
import org.engageconnector.simulators.engage.net.ListenerHost;
import org.engageconnector.simulators.engage.statserver.AgentState;
import org.engageconnector.simulators.engage.statserver.StatAgent;
import org.engageconnector.simulators.engage.statserver.StatServerPair;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The Stat Server lines of docs/protocol.md, asked by a client that shares no code with the server. */
class StatServerIT {

    private static final int T = 1_772_442_018;

    private final ListenerHost host = new ListenerHost("test");
    private StatServerPair pair;

    @BeforeEach
    void start() {
        pair = new StatServerPair(
                host, "Resources", List.of(new StatAgent("agentA", "1001", "P_5001", "5001", "SIP_A")), 0, 0);
        host.start();
    }

    @AfterEach
    void stop() {
        host.close();
    }

    @Test
    void theFramesAreThoseThatWereWrittenDown() throws IOException {
        HexDialogue.play(
                "stat-server-session.hex",
                pair.first().listener().address(),
                () -> pair.update("agentA", new AgentState(AgentState.CALL_INBOUND, T, 2, List.of()), T));
    }

    @Test
    void bothStatisticsOfOneChangeCarryTheSameStatusTime() throws IOException {
        try (RawClient client = bothOpen()) {
            pair.update("agentA", notReady("LUNCH", T), T);
            RawClient.Frame state = client.read();
            RawClient.Frame reason = client.read();
            assertThat(state.number(10)).isEqualTo(1);
            assertThat(reason.number(10)).isEqualTo(2);
            assertThat(state.number(24)).isEqualTo(T).isEqualTo(reason.number(24));
            assertThat(reason.list(27)).containsEntry("ReasonCode", "LUNCH");
            assertThat(state.list(26)).containsEntry("PlaceId", "P_5001");
        }
    }

    @Test
    void aChangeOfTheReasonAloneRepeatsTheStatusTimeWithALaterServerTime() throws IOException {
        try (RawClient client = bothOpen()) {
            pair.update("agentA", notReady("LUNCH", T), T);
            client.read();
            client.read();
            pair.update("agentA", notReady("MEETING", T), T + 60);
            RawClient.Frame reason = client.read();
            assertThat(reason.number(10)).isEqualTo(2);
            assertThat(reason.number(24)).isEqualTo(T);
            assertThat(reason.number(22)).isEqualTo(T + 60);
            assertThat(client.silentFor(200)).isTrue();
        }
    }

    @Test
    void aReasonMayComeLaterThanTheStateItBelongsTo() throws IOException {
        try (RawClient client = bothOpen()) {
            pair.reasonDelay(200);
            pair.update("agentA", notReady("LUNCH", T), T);
            assertThat(client.read().number(10)).isEqualTo(1);
            assertThat(client.silentFor(50)).isTrue();
            assertThat(client.read().list(27)).containsEntry("ReasonCode", "LUNCH");
        }
    }

    @Test
    void aServerThatIsNotPrimarySaysSoAndRefusesAllButPing() throws IOException {
        try (RawClient client = registered(pair.second().listener().address(), 0)) {
            client.send(102, 10, 1, 11, "agentA", 12, 0, 13, "Resources", 14, "", 15, "CurrentState");
            RawClient.Frame error = client.read();
            assertThat(error.number()).isEqualTo(1);
            assertThat(error.number(20)).isEqualTo(4);
            client.send(104, 10, 2);
            assertThat(client.read().number()).isEqualTo(24);
        }
    }

    @Test
    void aSwitchoverIsToldToClientsOfBothServers() throws IOException {
        try (RawClient first = bothOpen();
                RawClient second = registered(pair.second().listener().address(), 0)) {
            pair.switchOver();
            assertThat(first.read().number(28)).isZero();
            assertThat(second.read().number(28)).isEqualTo(1);
            pair.update("agentA", notReady("LUNCH", T), T);
            assertThat(first.silentFor(200)).isTrue();
        }
    }

    @Test
    void anInvalidStatisticIsSilentUntilItIsValidAgain() throws IOException {
        try (RawClient client = bothOpen()) {
            pair.invalidate("agentA");
            assertThat(client.read().number()).isEqualTo(10);
            assertThat(client.read().number()).isEqualTo(10);
            pair.update("agentA", notReady("LUNCH", T), T);
            assertThat(client.silentFor(200)).isTrue();
            pair.validate("agentA");
            assertThat(client.read().number()).isEqualTo(9);
            assertThat(client.read().number()).isEqualTo(9);
            assertThat(client.read().number(23)).isEqualTo(8);
        }
    }

    @Test
    void theTypeNamesOfASiteMayBeOthers() throws IOException {
        pair.nameStatisticTypes("StateX", "ReasonX");
        try (RawClient client = registered(pair.first().listener().address(), 1)) {
            client.send(102, 10, 1, 11, "agentA", 12, 0, 13, "Resources", 14, "", 15, "CurrentState");
            assertThat(client.read().number(20)).isEqualTo(2);
            client.send(102, 10, 1, 11, "agentA", 12, 0, 13, "Resources", 14, "", 15, "StateX");
            assertThat(client.read().number()).isEqualTo(22);
        }
    }

    @Test
    void anotherTenantIsUnknown() throws IOException {
        try (RawClient client = registered(pair.first().listener().address(), 1)) {
            client.send(102, 10, 1, 11, "agentA", 12, 0, 13, "Environment", 14, "", 15, "CurrentState");
            assertThat(client.read().number(20)).isEqualTo(3);
        }
    }

    @Test
    void refusedClientsAreClosedAfterAnErrorOfTheSession() throws IOException {
        pair.refuseClients(true);
        try (RawClient client = new RawClient(pair.first().listener().address())) {
            client.send(101, 1, "tkv/1", 2, "test", 3, 1);
            assertThat(client.read().attributes()).containsKey(20).doesNotContainKey(10);
            assertThat(client.closedByServer()).isTrue();
        }
    }

    private RawClient bothOpen() throws IOException {
        RawClient client = registered(pair.first().listener().address(), 1);
        client.send(102, 10, 1, 11, "agentA", 12, 0, 13, "Resources", 14, "", 15, "CurrentState");
        client.send(102, 10, 2, 11, "agentA", 12, 0, 13, "Resources", 14, "", 15, "CurrentStateReason");
        for (int i = 0; i < 4; i++) {
            client.read();
        }
        return client;
    }

    private RawClient registered(String address, int mode) throws IOException {
        RawClient client = new RawClient(address);
        client.send(101, 1, "tkv/1", 2, "test", 3, 1);
        RawClient.Frame answer = client.read();
        assertThat(answer.number()).isEqualTo(23);
        assertThat(answer.number(28)).isEqualTo(mode);
        return client;
    }

    private static AgentState notReady(String reason, int since) {
        return new AgentState(
                AgentState.NOT_READY_FOR_NEXT_CALL, since, null, List.of(new KeyValueList.Pair("ReasonCode", reason)));
    }
}

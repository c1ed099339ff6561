package org.engageconnector.simulators.engage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.engageconnector.message.KeyValueList;
import org.engageconnector.message.Message;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.message.TServerMessage;
import org.engageconnector.simulators.engage.net.ListenerHost;
import org.engageconnector.simulators.engage.scenario.Stream;
import org.engageconnector.simulators.engage.sipserver.SipServerPair;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The T-Server lines of docs/protocol.md, asked by a client that shares no code with the server. */
class SipServerIT {

    private static final String UUID = "00O1K5VGQ8ABC2N5LAHG02LAES000001";
    private static final long CREATED = 1_772_442_000_250L;
    private static final long ANSWERED = 1_772_442_024_000L;

    private final ListenerHost host = new ListenerHost("test");
    private SipServerPair pair;

    @BeforeEach
    void start() {
        Map<String, Integer> dns = Map.of("5001", SipServerPair.EXTENSION, "VQ_Sales", SipServerPair.QUEUE);
        pair = new SipServerPair(host, "SIP_A", "pw", dns, 0, 0);
        host.start();
    }

    @AfterEach
    void stop() {
        host.close();
    }

    @Test
    void theFramesAreThoseThatWereWrittenDown() throws IOException {
        aCallIsLive();
        HexDialogue.play("t-server-session.hex", pair.first().listener().address(), () -> {});
    }

    @Test
    void whoDoesNotRegisterIsToldSoAndClosed() throws IOException {
        try (RawClient client = new RawClient(pair.first().listener().address())) {
            client.send(1, 2, 1);
            assertThat(client.read()).satisfies(f -> {
                assertThat(f.number()).isEqualTo(52);
                assertThat(f.number(46)).isEqualTo(1);
                assertThat(f.number(2)).isEqualTo(1);
            });
            assertThat(client.closedByServer()).isTrue();
        }
    }

    @Test
    void anotherVersionIsError2AndAWrongPasswordError3AndBothClose() throws IOException {
        assertThat(registrationError("tkv/2", "pw")).isEqualTo(2);
        assertThat(registrationError("tkv/1", "wrong")).isEqualTo(3);
    }

    @Test
    void refusedRegistrationsAreAcceptedAgainWhenTheFaultEnds() throws IOException {
        pair.refuseClients(1);
        assertThat(registrationError("tkv/1", "pw")).isEqualTo(1);
        pair.refuseClients(0);
        client(false).close();
    }

    @Test
    void everyMessageCarriesTimeStartTimeAndTheNextNumberOfOneCounter() throws IOException {
        try (RawClient one = client(false);
                RawClient two = client(false)) {
            one.send(1, 2, 1);
            RawClient.Frame first = one.read();
            two.send(1, 2, 2);
            RawClient.Frame second = two.read();
            assertThat(first.attributes()).containsKeys(86, 87, 147, 148);
            assertThat(first.number(147)).isEqualTo(pair.first().startTime()).isEqualTo(second.number(147));
            assertThat(second.sequence()).isEqualTo(first.sequence() + 1);
            assertThat(pair.second().startTime())
                    .as("runs of one pair never share it")
                    .isNotEqualTo(pair.first().startTime());
        }
    }

    @Test
    void anEventHasOneNumberForAllAndAReplayedOneAFreshNumberForTheAskingClientOnly() throws IOException {
        try (RawClient one = client(true);
                RawClient two = client(true)) {
            aCallIsLive();
            List<RawClient.Frame> seenByOne = one.readUntil(163);
            List<RawClient.Frame> seenByTwo = two.readUntil(163);
            assertThat(seenByOne).usingRecursiveComparison().isEqualTo(seenByTwo);
            assertThat(seenByOne.get(0).attributes()).doesNotContainKey(119);

            two.send(167, 2, 5);
            List<RawClient.Frame> replay = two.readUntil(163);
            assertThat(replay).extracting(RawClient.Frame::number).containsExactly(138, 160, 163);
            assertThat(replay.get(1).number(119)).isEqualTo(1);
            assertThat(replay.get(1).time()).isEqualTo(CREATED);
            assertThat(replay.get(1).sequence()).isGreaterThan(seenByTwo.get(0).sequence());
            assertThat(one.silentFor(200)).isTrue();
        }
    }

    @Test
    void aReplayTellsWhatTheCallIsNow() throws IOException {
        aCallIsLive();
        publish(Message.of(TServerMessage.EVENT_CALL_DATA_CHANGED)
                .with(TServerAttribute.CALL_UUID, UUID)
                .with(TServerAttribute.USER_DATA, KeyValueList.of("DispositionCode", "Sold")));
        publish(Message.of(TServerMessage.EVENT_CALL_PARTY_STATE)
                .with(TServerAttribute.CALL_UUID, UUID)
                .with(TServerAttribute.PARTY_UUID, "00O1K5VGQ8ABC2N5LAHG02LAES00P003")
                .with(TServerAttribute.DN, "5001")
                .with(TServerAttribute.PARTY_STATE, 14));
        try (RawClient client = client(true)) {
            List<RawClient.Frame> replay = client.readUntil(163);
            assertThat(replay.get(0).list(51)).containsEntry("DispositionCode", "Sold");
            assertThat(replay.get(1).number(124)).isEqualTo(14);
            assertThat(replay.get(1).time()).isEqualTo(ANSWERED);
        }
    }

    @Test
    void aBackupTakesRegistrationsButListsReplaysAndSendsNoCalls() throws IOException {
        aCallIsLive();
        try (RawClient client = new RawClient(pair.second().listener().address())) {
            client.send(0, 0, "tkv/1", 64, "test", 65, "pw");
            assertThat(client.read().number(62)).isEqualTo(1);
            client.send(3, 2, 1, 20, "5001", 47, 1, 49, 0, 50, 0);
            assertThat(client.read().list(53)).containsOnlyKeys("AgentStatus");
            client.send(167, 2, 2);
            assertThat(client.read().number()).isEqualTo(138);
            publish(Message.of(TServerMessage.EVENT_CALL_DELETED).with(TServerAttribute.CALL_UUID, UUID));
            client.send(1, 2, 3);
            assertThat(client.read().number()).isEqualTo(93);
        }
    }

    @Test
    void atASwitchoverClientsOfBothMembersAreToldTheNewRole() throws IOException {
        try (RawClient first = client(true);
                RawClient second = new RawClient(pair.second().listener().address())) {
            second.send(0, 0, "tkv/1", 64, "test", 65, "pw");
            second.read();
            pair.switchOver();
            assertThat(first.readUntil(133))
                    .last()
                    .satisfies(f -> assertThat(f.number(62)).isEqualTo(1));
            assertThat(second.readUntil(133))
                    .last()
                    .satisfies(f -> assertThat(f.number(62)).isEqualTo(0));
            aCallIsLive();
            second.send(167, 2, 1);
            assertThat(second.readUntil(163))
                    .extracting(RawClient.Frame::number)
                    .containsExactly(138, 160, 163);
            assertThat(first.silentFor(200)).isTrue();
        }
    }

    @Test
    void aRestartedMemberHasANewStartTimeBeginsAtNumber1AndKnowsItsCalls() throws IOException {
        aCallIsLive();
        int before = pair.first().startTime();
        try (RawClient client = client(true)) {
            pair.restart(pair.first());
            assertThat(client.closedByServer()).isTrue();
        }
        try (RawClient client = new RawClient(pair.first().listener().address())) {
            client.send(0, 0, "tkv/1", 64, "test", 65, "pw");
            RawClient.Frame connected = client.read();
            assertThat(connected.sequence()).isEqualTo(1);
            assertThat(connected.number(147)).isGreaterThan(before);
            client.send(167, 2, 1);
            assertThat(client.readUntil(163)).hasSize(3);
        }
    }

    @Test
    void aStoppedPrimaryLeavesItsCallsToTheOther() throws IOException {
        aCallIsLive();
        pair.stop(pair.first());
        try (RawClient client = new RawClient(pair.second().listener().address())) {
            client.send(0, 0, "tkv/1", 64, "test", 65, "pw");
            assertThat(client.read().number(62)).isZero();
            client.send(167, 2, 1);
            assertThat(client.readUntil(163)).hasSize(3);
        }
    }

    @Test
    void whoUnregistersADnHearsNoMoreOfIt() throws IOException {
        try (RawClient client = client(false)) {
            client.send(3, 2, 1, 20, "5001", 47, 1, 49, 0, 50, 0);
            client.readUntil(53);
            agentIsReady();
            assertThat(client.read().number()).isEqualTo(75);
            client.send(4, 2, 2, 20, "5001");
            assertThat(client.read().number()).isEqualTo(54);
            agentIsReady();
            assertThat(client.silentFor(200)).isTrue();
        }
    }

    @Test
    void anOlderReleaseSendsNoStartTimeAndNoNumbers() throws IOException {
        pair.first().olderRelease(true);
        try (RawClient client = client(false)) {
            client.send(1, 2, 1);
            assertThat(client.read().attributes()).containsKeys(86, 87).doesNotContainKeys(147, 148);
        }
    }

    @Test
    void faultsOfConnectionsCanBeSwitchedOnAndOff() throws IOException {
        try (RawClient client = client(false)) {
            pair.first().listener().reading(false);
            client.send(1, 2, 1);
            assertThat(client.silentFor(200)).as("does not read").isTrue();
            pair.first().listener().reading(true);
            assertThat(client.read().number()).isEqualTo(93);

            pair.first().listener().delay(300);
            client.send(1, 2, 2);
            assertThat(client.silentFor(100)).as("answers late").isTrue();
            assertThat(client.read().number()).isEqualTo(93);
            pair.first().listener().delay(0);

            pair.first().listener().dropConnections();
            assertThat(client.closedByServer()).isTrue();
        }
    }

    @Test
    void aClientThatSendsNonsenseIsClosed() throws IOException {
        try (RawClient client = client(false)) {
            client.sendBytes(new byte[] {0, 0, 0, 2, 1, 1});
            assertThat(client.closedByServer()).isTrue();
        }
    }

    private void aCallIsLive() {
        pair.publish(
                Stream.EXTENSION,
                Message.of(TServerMessage.EVENT_AGENT_READY)
                        .with(TServerAttribute.THIS_DN, "5001")
                        .with(TServerAttribute.AGENT_ID, "1001")
                        .build(),
                CREATED);
        pair.publish(
                Stream.CALL,
                Message.of(TServerMessage.EVENT_CALL_CREATED)
                        .with(TServerAttribute.CALL_UUID, UUID)
                        .with(TServerAttribute.CONN_ID, 0x0071029f5d0a1001L)
                        .with(TServerAttribute.CALL_TYPE, 2)
                        .with(TServerAttribute.ANI, "41791234567")
                        .with(TServerAttribute.DNIS, "8005550100")
                        .build(),
                CREATED);
        publish(Message.of(TServerMessage.EVENT_CALL_PARTY_ADDED)
                .with(TServerAttribute.CALL_UUID, UUID)
                .with(TServerAttribute.PARTY_UUID, "00O1K5VGQ8ABC2N5LAHG02LAES00P003")
                .with(TServerAttribute.DN, "5001")
                .with(TServerAttribute.PARTY_STATE, 12));
    }

    private void agentIsReady() {
        pair.publish(
                Stream.EXTENSION,
                Message.of(TServerMessage.EVENT_AGENT_READY)
                        .with(TServerAttribute.THIS_DN, "5001")
                        .build(),
                ANSWERED);
    }

    private void publish(Message.Builder event) {
        pair.publish(Stream.CALL, event.build(), ANSWERED);
    }

    private RawClient client(boolean callMonitoring) throws IOException {
        RawClient client = new RawClient(pair.first().listener().address());
        client.send(0, 0, "tkv/1", 64, "test", 65, "pw");
        assertThat(client.read().number()).isEqualTo(95);
        if (callMonitoring) {
            client.send(167, 2, 1);
            assertThat(client.read().number()).isEqualTo(138);
        }
        return client;
    }

    private int registrationError(String version, String password) throws IOException {
        try (RawClient client = new RawClient(pair.first().listener().address())) {
            client.send(0, 0, version, 64, "test", 65, password);
            RawClient.Frame answer = client.read();
            assertThat(answer.number()).isEqualTo(52);
            assertThat(client.closedByServer()).isTrue();
            return answer.number(46);
        }
    }
}

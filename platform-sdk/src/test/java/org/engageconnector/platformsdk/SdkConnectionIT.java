package org.engageconnector.platformsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import org.engageconnector.message.Message;
import org.engageconnector.message.StatServerAttribute;
import org.engageconnector.message.StatServerMessage;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.message.TServerMessage;
import org.engageconnector.message.tkv.Tkv;
import org.engageconnector.transport.ServerKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Connections of the adapter over real sockets, with the stand-in as it is and with each of its unfriendly ways. */
class SdkConnectionIT {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @ParameterizedTest
    @MethodSource("org.engageconnector.platformsdk.StandInWay#ways")
    void a_t_server_is_spoken_with(StandInWay way) throws IOException {
        PlatformSdk sdk = PlatformSdk.load(way.standIn().folder(), AddpSettings.DEFAULT);
        assertThat(sdk.report().missing()).isEmpty();
        try (Playground server = new Playground(Servers.tServer());
                Session session = new Session()) {
            session.connect(sdk, ServerKind.T_SERVER, server.port(), Servers.REGISTER_T);
            await().atMost(LIMIT).until(() -> session.heard(TServerMessage.EVENT_LINK_CONNECTED));
            Message connected = session.heard().get(0);
            assertThat(connected.number()).isEqualTo(TServerMessage.EVENT_LINK_CONNECTED);
            assertThat(connected.integer(TServerAttribute.SERVER_ROLE)).isZero();
            assertThat(connected.integer(TServerAttribute.SERVER_START_TIME)).isEqualTo(1_700_000_000);
            assertThat(connected.has(TServerAttribute.REFERENCE_ID)).isFalse();

            session.send(Servers.registerAddress(1, "7001", 3));
            session.send(Servers.startCallMonitoring(2));
            await().atMost(LIMIT).until(() -> session.heard(TServerMessage.EVENT_REGISTERED));
            Message registered = session.find(TServerMessage.EVENT_REGISTERED);
            assertThat(registered.integer(TServerAttribute.REFERENCE_ID)).isEqualTo(1);
            assertThat(registered.integer(TServerAttribute.ADDRESS_TYPE)).isEqualTo(3);
            await().atMost(LIMIT)
                    .until(() -> server.requests().stream()
                            .anyMatch(r -> r.number() == TServerMessage.REQUEST_START_CALL_MONITORING));

            server.say(Tkv.encode(Servers.ringing(11)));
            await().atMost(LIMIT).until(() -> session.heard(TServerMessage.EVENT_RINGING));
            Message ringing = session.find(TServerMessage.EVENT_RINGING);
            for (Message.Attribute sent : Servers.ringing(11).attributes()) {
                assertThat(ringing.value(sent.id()))
                        .as(TServerAttribute.name(sent.id()))
                        .isEqualTo(sent.value());
            }
            session.disconnect();
            await().atMost(LIMIT).until(() -> session.closed() == 1);
            await().atMost(LIMIT).until(() -> server.open() == 0);
            assertThat(session.opened()).isEqualTo(1);
            assertThat(session.problems()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("org.engageconnector.platformsdk.StandInWay#ways")
    void a_stat_server_is_spoken_with(StandInWay way) throws IOException {
        PlatformSdk sdk = PlatformSdk.load(way.standIn().folder(), AddpSettings.DEFAULT);
        try (Playground server = new Playground(Servers.statServer());
                Session session = new Session()) {
            session.connect(sdk, ServerKind.STAT_SERVER, server.port(), Servers.REGISTER_STAT);
            await().atMost(LIMIT).until(() -> session.heard(StatServerMessage.EVENT_SERVER_MODE));
            assertThat(session.heard().get(0).integer(StatServerAttribute.MODE)).isEqualTo(1);
            session.send(Servers.openStatistic(1));
            await().atMost(LIMIT).until(() -> session.heard(StatServerMessage.EVENT_INFO));
            Message info = session.find(StatServerMessage.EVENT_INFO);
            for (Message.Attribute sent : Servers.info(1).attributes()) {
                assertThat(info.value(sent.id()))
                        .as(StatServerAttribute.name(sent.id()))
                        .isEqualTo(sent.value());
            }
            Message opened = server.requests().stream()
                    .filter(r -> r.number() == StatServerMessage.REQUEST_OPEN_STATISTIC)
                    .findFirst()
                    .orElseThrow();
            assertThat(opened.text(StatServerAttribute.OBJECT_ID)).isEqualTo("E1");
            session.send(Message.of(StatServerMessage.REQUEST_PING)
                    .with(StatServerAttribute.REFERENCE_ID, 2)
                    .build());
            await().atMost(LIMIT).until(() -> session.heard(StatServerMessage.EVENT_PONG));
            session.send(Message.of(StatServerMessage.REQUEST_CLOSE_STATISTIC)
                    .with(StatServerAttribute.REFERENCE_ID, 1)
                    .build());
            await().atMost(LIMIT).until(() -> session.heard(StatServerMessage.EVENT_STATISTIC_CLOSED));
            assertThat(session.find(StatServerMessage.EVENT_STATISTIC_CLOSED).integer(StatServerAttribute.REFERENCE_ID))
                    .isEqualTo(1);
            session.disconnect();
            await().atMost(LIMIT).until(() -> session.closed() == 1);
            assertThat(session.problems()).isEmpty();
        }
    }
}

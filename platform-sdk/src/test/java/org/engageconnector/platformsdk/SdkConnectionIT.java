package org.engageconnector.platformsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.engageconnector.message.Message;
import org.engageconnector.message.StatServerAttribute;
import org.engageconnector.message.StatServerMessage;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.message.TServerMessage;
import org.engageconnector.message.tkv.Tkv;
import org.engageconnector.transport.ServerKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Connections of the adapter over real sockets, with the stand-in as it is and with each of its unfriendly ways. */
class SdkConnectionIT {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    /** The ways in which everything must still work. */
    static Stream<StandInWay> ways() {
        return Stream.of(
                way("as it is", StandIn.asItIs()),
                way("messages before the opened call-back", StandIn.asItIs().with("messages", "before-opened")),
                way("EventLinkConnected is shown", StandIn.asItIs().with("link-connected", "shown")),
                way("no EventACK", StandIn.asItIs().with("acknowledgement", "never")),
                way("references are overwritten", StandIn.asItIs().with("references", "overwritten")),
                way(
                        "references are overwritten, another thread brings messages",
                        StandIn.asItIs().with("references", "overwritten").with("handler-thread", "reader")),
                way("unknown attributes throw", StandIn.asItIs().with("unknown-attribute", "throws")),
                way("the closed call-back comes twice", StandIn.asItIs().with("closed", "twice")),
                way("call-backs after the end", StandIn.asItIs().with("call-backs", "after-closed")),
                way("messages come on another thread", StandIn.asItIs().with("handler-thread", "reader")),
                way("getters are spelt CallUuid", StandIn.asItIs().edit("getCallUUID", "getCallUuid")),
                way(
                        "monitoring is in another package",
                        StandIn.asItIs().edit("tserver.requests.special", "tserver.requests.monitoring.deep")),
                way("times are long", StandIn.asItIs().edit("public int getTime", "public long getTime")),
                way(
                        "references are plain ints and party states enumerations",
                        StandIn.asItIs()
                                .edit("setReferenceID(Integer", "setReferenceID(int")
                                .edit("public Integer getPartyState()", "public DNRole getPartyState()")
                                .edit("get(\"PartyState\", Integer.class)", "get(\"PartyState\", DNRole.class)")),
                way("server mode is never said", StandIn.asItIs().with("server-mode", "never")),
                way("reasons are a text", StandIn.asItIs().with("reasons", "text")));
    }

    record StandInWay(String name, StandIn standIn) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static StandInWay way(String name, StandIn standIn) {
        return new StandInWay(name, standIn);
    }

    @ParameterizedTest
    @MethodSource("ways")
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
            Message registered = find(session, TServerMessage.EVENT_REGISTERED);
            assertThat(registered.integer(TServerAttribute.REFERENCE_ID)).isEqualTo(1);
            assertThat(registered.integer(TServerAttribute.ADDRESS_TYPE)).isEqualTo(3);
            await().atMost(LIMIT)
                    .until(() -> server.requests().stream()
                            .anyMatch(r -> r.number() == TServerMessage.REQUEST_START_CALL_MONITORING));

            server.say(Tkv.encode(Servers.ringing(11)));
            await().atMost(LIMIT).until(() -> session.heard(TServerMessage.EVENT_RINGING));
            Message ringing = find(session, TServerMessage.EVENT_RINGING);
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
    @MethodSource("ways")
    void a_stat_server_is_spoken_with(StandInWay way) throws IOException {
        PlatformSdk sdk = PlatformSdk.load(way.standIn().folder(), AddpSettings.DEFAULT);
        try (Playground server = new Playground(Servers.statServer());
                Session session = new Session()) {
            session.connect(sdk, ServerKind.STAT_SERVER, server.port(), Servers.REGISTER_STAT);
            await().atMost(LIMIT).until(() -> session.heard(StatServerMessage.EVENT_SERVER_MODE));
            assertThat(session.heard().get(0).integer(StatServerAttribute.MODE)).isEqualTo(1);
            session.send(Servers.openStatistic(1));
            await().atMost(LIMIT).until(() -> session.heard(StatServerMessage.EVENT_INFO));
            Message info = find(session, StatServerMessage.EVENT_INFO);
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
            assertThat(find(session, StatServerMessage.EVENT_STATISTIC_CLOSED)
                            .integer(StatServerAttribute.REFERENCE_ID))
                    .isEqualTo(1);
            session.disconnect();
            await().atMost(LIMIT).until(() -> session.closed() == 1);
            assertThat(session.problems()).isEmpty();
        }
    }

    private static Message find(Session session, int number) {
        return session.heard().stream()
                .filter(message -> message.number() == number)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("failedOpens")
    void a_wrong_password_is_a_refusal_and_another_failure_an_end(StandInWay way) throws IOException {
        PlatformSdk sdk = PlatformSdk.load(way.standIn().folder(), AddpSettings.DEFAULT);
        try (Playground server = new Playground(Servers.tServer());
                Session session = new Session()) {
            session.connect(
                    sdk, Session.settings(ServerKind.T_SERVER, "wrong", word -> {}), server.port(), Servers.REGISTER_T);
            await().atMost(LIMIT).until(() -> session.heard(TServerMessage.EVENT_ERROR));
            assertThat(session.closed()).isZero();
            session.disconnect();
            await().atMost(LIMIT).until(() -> session.closed() == 1);
            assertThat(server.open()).isZero();
        }
        try (ServerSocket nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Session session = new Session()) {
            int port = nobody.getLocalPort();
            nobody.close();
            session.connect(sdk, ServerKind.T_SERVER, port, Servers.REGISTER_T);
            await().atMost(LIMIT).until(() -> session.closed() == 1);
            assertThat(session.reason()).containsIgnoringCase("refused");
            assertThat(session.opened()).isZero();
        }
    }

    static Stream<StandInWay> failedOpens() {
        return Stream.of(
                way("said as closed", StandIn.asItIs()),
                way("said as error", StandIn.asItIs().with("failed-open", "error")),
                way("said as both", StandIn.asItIs().with("failed-open", "both")),
                way("said twice", StandIn.asItIs().with("closed", "twice")));
    }

    @Test
    void an_open_that_never_ends_and_an_open_that_throws_are_ends() throws IOException {
        PlatformSdk silent =
                PlatformSdk.load(StandIn.asItIs().with("failed-open", "silent").folder(), AddpSettings.DEFAULT);
        PlatformSdk throwing =
                PlatformSdk.load(StandIn.asItIs().with("open", "throws").folder(), AddpSettings.DEFAULT);
        try (Session never = new Session();
                Session thrown = new Session()) {
            never.connect(silent, ServerKind.T_SERVER, 1, Servers.REGISTER_T);
            thrown.connect(throwing, ServerKind.T_SERVER, 1, Servers.REGISTER_T);
            await().atMost(LIMIT).until(() -> never.closed() == 1 && thrown.closed() == 1);
            assertThat(never.reason()).startsWith("no connection within");
            assertThat(thrown.reason()).isEqualTo("cannot begin to open");
        }
    }

    @Test
    void what_is_missing_in_a_message_is_missing_for_us_and_the_rest_arrives() throws IOException {
        PlatformSdk sdk = PlatformSdk.load(
                StandIn.asItIs()
                        .with("absent", "ServerStartTime")
                        .with("broken-attribute", "UserData")
                        .folder(),
                AddpSettings.DEFAULT);
        try (Playground server = new Playground(Servers.tServer());
                Session session = new Session()) {
            session.connect(sdk, ServerKind.T_SERVER, server.port(), Servers.REGISTER_T);
            await().atMost(LIMIT).until(() -> session.heard(TServerMessage.EVENT_LINK_CONNECTED));
            assertThat(session.heard().get(0).has(TServerAttribute.SERVER_START_TIME))
                    .isFalse();
            server.say(Tkv.encode(Message.of(60_123).build()));
            server.say(Tkv.encode(Servers.ringing(12)));
            await().atMost(LIMIT).until(() -> session.heard(TServerMessage.EVENT_RINGING));
            Message ringing = find(session, TServerMessage.EVENT_RINGING);
            assertThat(ringing.has(TServerAttribute.USER_DATA)).isFalse();
            assertThat(ringing.text(TServerAttribute.THIS_DN)).isEqualTo("7001");
            assertThat(session.problems()).contains("message-unknown", EventReader.UNREADABLE);
        }
    }

    @Test
    void without_call_monitoring_the_request_is_answered_with_an_error_and_the_rest_works() throws IOException {
        PlatformSdk sdk = PlatformSdk.load(
                StandIn.asItIs().without("RequestStartCallMonitoring").folder(), AddpSettings.DEFAULT);
        assertThat(sdk.report().works()).isTrue();
        assertThat(sdk.report().missing()).extracting(Missing::member).containsExactly("RequestStartCallMonitoring");
        try (Playground server = new Playground(Servers.tServer());
                Session session = new Session()) {
            session.connect(sdk, ServerKind.T_SERVER, server.port(), Servers.REGISTER_T);
            await().atMost(LIMIT).until(() -> session.heard(TServerMessage.EVENT_LINK_CONNECTED));
            session.send(Servers.startCallMonitoring(4));
            await().atMost(LIMIT).until(() -> session.heard(TServerMessage.EVENT_ERROR));
            assertThat(find(session, TServerMessage.EVENT_ERROR).integer(TServerAttribute.REFERENCE_ID))
                    .isEqualTo(4);
        }
    }

    @Test
    void twenty_thousand_messages_that_nobody_takes_end_this_connection_and_no_other() throws IOException {
        PlatformSdk sdk = PlatformSdk.load(StandIn.asItIs().folder(), AddpSettings.DEFAULT);
        try (Playground busy = new Playground(Servers.tServer());
                Playground quiet = new Playground(Servers.tServer());
                Session full = new Session();
                Session other = new Session()) {
            full.connect(sdk, ServerKind.T_SERVER, busy.port(), Servers.REGISTER_T);
            other.connect(sdk, ServerKind.T_SERVER, quiet.port(), Servers.REGISTER_T);
            await().atMost(LIMIT)
                    .until(() -> full.heard(TServerMessage.EVENT_LINK_CONNECTED)
                            && other.heard(TServerMessage.EVENT_LINK_CONNECTED));
            full.read(false);
            byte[] ringing = Tkv.encode(Servers.ringing(13));
            for (int i = 0; i < Inbox.MOST_MESSAGES + 200 && full.closed() == 0; i++) {
                busy.say(ringing);
            }
            await().atMost(Duration.ofSeconds(60)).until(() -> full.closed() == 1);
            assertThat(full.reason()).startsWith("we cannot keep up");
            assertThat(full.heard(TServerMessage.EVENT_RINGING)).isFalse();
            quiet.say(ringing);
            await().atMost(LIMIT).until(() -> other.heard(TServerMessage.EVENT_RINGING));
            assertThat(other.closed()).isZero();
        }
    }

    @Test
    void a_send_that_never_returns_holds_up_nobody_and_ends_with_the_connection() throws IOException {
        PlatformSdk sdk =
                PlatformSdk.load(StandIn.asItIs().with("send", "blocks").folder(), AddpSettings.DEFAULT);
        try (Playground server = new Playground(Servers.tServer());
                Session session = new Session()) {
            session.connect(sdk, ServerKind.T_SERVER, server.port(), Servers.REGISTER_T);
            await().atMost(LIMIT).until(() -> session.opened() == 1);
            session.disconnect();
            await().atMost(LIMIT).until(() -> session.closed() == 1);
            await().atMost(LIMIT).until(() -> server.open() == 0);
            await().atMost(LIMIT)
                    .until(() ->
                            threads("engage-sdk-127.0.0.1:" + server.port()).isEmpty());
        }
    }

    static List<String> threads(String prefix) {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith(prefix))
                .toList();
    }
}

package org.engageconnector.platformsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.engageconnector.message.Message;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.message.TServerMessage;
import org.engageconnector.message.tkv.Tkv;
import org.engageconnector.transport.ServerKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes wrong on a connection of the adapter, over real sockets. */
class SdkFaultsIT {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @ParameterizedTest
    @MethodSource("org.engageconnector.platformsdk.StandInWay#failedOpens")
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
            Message ringing = session.find(TServerMessage.EVENT_RINGING);
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
            assertThat(session.find(TServerMessage.EVENT_ERROR).integer(TServerAttribute.REFERENCE_ID))
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

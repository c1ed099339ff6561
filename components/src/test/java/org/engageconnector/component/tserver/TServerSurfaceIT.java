package org.engageconnector.component.tserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.management.ManagementFactory;
import java.util.Date;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.spi.EndpointServiceLocation;
import org.engageconnector.message.Message;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.message.TServerMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What operators and other routes see of the component. */
class TServerSurfaceIT {

    private final FakeTServer server = new FakeTServer();
    private final Listening listening = new Listening();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @AfterEach
    void close() {
        listening.close();
        server.close();
    }

    @Test
    void aJmxClientSeesTheSessionAndCanReconnectIt() throws Exception {
        start("&password=hidden");
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        ObjectName name = beans.queryNames(new ObjectName("org.apache.camel:type=endpoints,*"), null).stream()
                .filter(found -> found.toString().contains("tserver:")
                        && found.toString().contains(port()))
                .findFirst()
                .orElseThrow();
        assertThat(beans.getAttribute(name, "Connected")).isEqualTo(true);
        assertThat(beans.getAttribute(name, "ServerRole")).isEqualTo("primary");
        assertThat(beans.getAttribute(name, "LastEvent")).isInstanceOf(Date.class);
        assertThat(beans.getAttribute(name, "Sessions").toString()).contains("SIP_A/call: UP, primary localhost:");
        assertThat(listening.endpoint().getSessionsDown()).isEmpty();
        assertThat(name.toString()).doesNotContain("hidden");
        beans.invoke(name, "reconnectNow", new Object[0], new String[0]);
        await().until(() ->
                server.server.accepted() == 2 && listening.endpoint().isConnected());
    }

    @Test
    void metersShowWhatCameAndWhatWasWrong() throws Exception {
        start("");
        assertThat(meters.get("ex_engage_connected")
                        .tags("server", "SIP_A", "family", "call")
                        .gauge()
                        .value())
                .isEqualTo(1);
        server.server.say(server.message(TServerMessage.EVENT_CALL_CREATED)
                .with(TServerAttribute.CALL_TYPE, "inbound")
                .build());
        server.server.say(server.message(61_000).build());
        listening.await("EventCallCreated");
        await().until(() -> counted("ex_engage_events_received", "message", "other") == 1);
        assertThat(counted("ex_engage_events_received", "message", "EventCallCreated"))
                .isEqualTo(1);
        assertThat(counted("ex_engage_frames_invalid", "reason", "attribute-type"))
                .isEqualTo(1);
        server.server.sayBytes(new byte[] {0, 0, 0, 5, 0, 60, 0, 0, 0});
        await().until(() -> server.server.accepted() == 2);
        assertThat(counted("ex_engage_frames_invalid", "reason", "left-over")).isEqualTo(1);
    }

    @Test
    void whatIsMissingIsSaidByServerPair() throws Exception {
        listening.start("family=call&servers=RAW(SIP_A=" + server.address() + ",SIP_B=localhost:1)");
        listening.await("ResyncEnd");
        assertThat(listening.endpoint().isConnected()).isFalse();
        assertThat(listening.endpoint().sessionsDownByServer().get("SIP_A")).isEmpty();
        assertThat(listening.endpoint().sessionsDownByServer().get("SIP_B"))
                .singleElement()
                .asString()
                .startsWith("SIP_B/call: ");
    }

    @Test
    void aServerThatLostItsSwitchIsNotConnected() throws Exception {
        start("");
        server.server.say(server.message(TServerMessage.EVENT_LINK_DISCONNECTED).build());
        await().untilAsserted(() -> {
            assertThat(listening.endpoint().isConnected()).isFalse();
            assertThat(listening.endpoint().getSessionsDown().toString()).contains("UP without the switch");
            assertThat(meters.get("ex_engage_connected").gauge().value()).isZero();
        });
        server.server.say(server.message(TServerMessage.EVENT_LINK_CONNECTED)
                .with(TServerAttribute.SERVER_ROLE, 0)
                .build());
        await().until(() -> listening.endpoint().isConnected());
        assertThat(server.server.accepted()).isEqualTo(1);
    }

    @Test
    void theEndpointSaysWhereItTalksTo() throws Exception {
        start("");
        EndpointServiceLocation location = listening.endpoint();
        assertThat(location.getServiceUrl()).isEqualTo(server.address());
        assertThat(location.getServiceProtocol()).isEqualTo("tkv");
    }

    @Test
    void aProducerAsksAndGetsTheAnswer() throws Exception {
        listening.context.start();
        String uri = "tserver:SIP_A?requestTimeout=5000&primary=" + server.address();
        var template = listening.context.createProducerTemplate();
        Message request = Message.of(TServerMessage.REQUEST_QUERY_SERVER).build();
        await().ignoreExceptions().untilAsserted(() -> {
            Message answer = template.requestBody(uri, request, Message.class);
            assertThat(answer.number()).isEqualTo(TServerMessage.EVENT_SERVER_INFO);
        });
        template.sendBody(uri, request);
        assertThatExceptionOfType(CamelExecutionException.class)
                .isThrownBy(() -> template.sendBody(uri, "no message"))
                .havingCause()
                .withMessageContaining("org.engageconnector.message.Message");
    }

    @Test
    void aProducerWithoutASessionFailsAtOnce() throws Exception {
        listening.context.start();
        var template = listening.context.createProducerTemplate();
        Message request = Message.of(TServerMessage.REQUEST_QUERY_SERVER).build();
        assertThatExceptionOfType(CamelExecutionException.class)
                .isThrownBy(() -> template.requestBody("tserver:SIP_A?primary=localhost:1", request, Message.class))
                .havingCause()
                .withMessageContaining("not up");
        assertThatExceptionOfType(CamelExecutionException.class)
                .isThrownBy(() -> template.sendBody("tserver:SIP_A?primary=localhost:1", request))
                .havingCause()
                .withMessageContaining("not up");
    }

    private void start(String more) throws Exception {
        listening.context.getRegistry().bind("meters", meters);
        listening.start("family=call&primary=" + server.address() + more);
        listening.await("ResyncEnd");
    }

    private String port() {
        return server.address().substring(server.address().indexOf(':') + 1);
    }

    private double counted(String meter, String tag, String value) {
        var counter = meters.find(meter).tags("server", "SIP_A", tag, value).counter();
        return counter == null ? 0 : counter.count();
    }
}

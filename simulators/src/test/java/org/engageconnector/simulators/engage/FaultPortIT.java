package org.engageconnector.simulators.engage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every fault of a site can be switched from outside, over HTTP on loopback. */
class FaultPortIT {

    private static EngageSite site;
    private static FaultPort port;

    @BeforeAll
    static void start() throws IOException {
        site = EngageSite.start(EngageSiteOptions.of(3, 1).withSwitches(2));
        port = new FaultPort(new FaultDesk(site), 0);
    }

    @AfterAll
    static void stop() {
        port.close();
        site.close();
    }

    @Test
    void aGetListsWhatThereIs() throws Exception {
        assertThat(call("GET", "").body())
                .contains("stat-servers/switch-over", "sip-server-SIP_B-2/restart", "sip-servers-SIP_A/refuse-dn");
    }

    @Test
    void droppedResetBrokenOffAndStrayBytesAllEndAConnection() throws Exception {
        for (String fault : new String[] {"drop", "reset", "break-off"}) {
            try (RawClient client = client()) {
                assertThat(call("POST", "/sip-server-SIP_A-1/" + fault).statusCode())
                        .isEqualTo(200);
                assertThat(client.closedByServer()).as(fault).isTrue();
            }
        }
    }

    @Test
    void aSilentServerTakesRequestsAndSaysNothing() throws Exception {
        try (RawClient client = client()) {
            call("POST", "/sip-server-SIP_A-1/silent?true");
            client.send(1, 2, 1);
            assertThat(client.silentFor(200)).isTrue();
            call("POST", "/sip-server-SIP_A-1/silent?false");
            client.send(1, 2, 2);
            assertThat(client.read().number(2)).isEqualTo(2);
        }
    }

    @Test
    void aRefusedDnIsUnknownUntilItIsAcceptedAgain() throws Exception {
        try (RawClient client = client()) {
            call("POST", "/sip-servers-SIP_A/refuse-dn?VQ_Sales");
            client.send(3, 2, 1, 20, "VQ_Sales", 47, 3, 49, 0, 50, 0);
            assertThat(client.read().number(46)).isEqualTo(59);
            call("POST", "/sip-servers-SIP_A/accept-dn?VQ_Sales");
            client.send(3, 2, 2, 20, "VQ_Sales", 47, 3, 49, 0, 50, 0);
            assertThat(client.read().number()).isEqualTo(53);
        }
    }

    @Test
    void aSwitchoverIsOnePost() throws Exception {
        call("POST", "/sip-servers-SIP_B/switch-over");
        assertThat(site.sipServers("SIP_B").second().role()).isZero();
        call("POST", "/sip-server-SIP_B-1/promote");
        assertThat(site.sipServers("SIP_B").first().role()).isZero();
    }

    @Test
    void anUnknownFaultIsNamedInTheAnswer() throws Exception {
        HttpResponse<String> answer = call("POST", "/nowhere/nothing");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("nowhere/nothing");
        assertThat(call("POST", "/sip-server-SIP_A-1/delay?soon").statusCode()).isEqualTo(400);
    }

    private static HttpResponse<String> call(String method, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(port.url() + path))
                                .timeout(Duration.ofSeconds(5))
                                .method(method, HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static RawClient client() throws IOException {
        RawClient client =
                new RawClient(site.sipServers("SIP_A").first().listener().address());
        client.send(0, 0, "tkv/1", 64, "test", 65, site.settings().get("ex.engage.password"));
        client.read();
        return client;
    }
}

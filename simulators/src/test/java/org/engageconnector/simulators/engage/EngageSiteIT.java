package org.engageconnector.simulators.engage;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.engageconnector.simulators.engage.play.PlayOptions;
import org.engageconnector.simulators.engage.play.PlayedCall;
import org.engageconnector.simulators.engage.play.Player;
import org.engageconnector.simulators.site.SiteAgent;
import org.engageconnector.simulators.site.SiteQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A whole site on real sockets and a real PostgreSQL, seen from outside. */
class EngageSiteIT {

    private static EngageSite site;

    @BeforeAll
    static void start() {
        site = EngageSite.start(EngageSiteOptions.of(20, 7).withOAuthClient("client", "secret"));
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @Test
    void theSettingsTellAConnectorAllItNeedsToFindTheSite() {
        assertThat(site.settings())
                .containsEntry("ex.tenant-id", "101")
                .containsKeys(
                        "ex.config-db.url",
                        "ex.config-db.username",
                        "ex.config-db.password",
                        "ex.stat-server.primary",
                        "ex.stat-server.backup",
                        "ex.engage.password")
                .hasEntrySatisfying(
                        "ex.sip-servers",
                        v -> assertThat(v).matches("SIP_A=127\\.0\\.0\\.1:\\d+\\|127\\.0\\.0\\.1:\\d+"));
    }

    @Test
    void theConfigDbHoldsTheSite() throws Exception {
        assertThat(count("cfg_person WHERE is_agent = 2 AND tenant_dbid = 101")).isEqualTo(20);
        assertThat(count("cfg_person WHERE tenant_dbid = 1")).isEqualTo(1);
        assertThat(count("cfg_dn WHERE type = 5"))
                .isEqualTo(site.content().queues().size());
        assertThat(count("cfg_place_dn")).isEqualTo(20);
        assertThat(count("cfg_enumerator e JOIN cfg_enumerator_value v ON v.enumerator_dbid = e.dbid"
                        + " WHERE e.name = 'DispositionCode'"))
                .isEqualTo(3);
        assertThat(count("cfg_transaction t JOIN cfg_flex_prop s ON s.object_dbid = t.dbid AND s.object_type = 16"
                        + " JOIN cfg_flex_prop o ON o.parent_dbid = s.dbid WHERE t.name = 'hybrid_integration'"
                        + " AND o.prop_name = 'client_secret' AND o.prop_value = 'secret'"))
                .isEqualTo(3);
        assertThat(count("cfg_dn d JOIN cfg_flex_prop s ON s.object_dbid = d.dbid AND s.object_type = 2"
                        + " JOIN cfg_flex_prop o ON o.parent_dbid = s.dbid"
                        + " WHERE s.prop_name = 'engage-connector' AND o.prop_name = 'agent-groups'"))
                .isEqualTo(3);
        assertThat(site.content().members())
                .as("every agent serves one mapped queue")
                .isEqualTo(20);
    }

    @Test
    void aRunTellsItsClientsEveryEventOfItsCallsAtTheTimesItExpects() throws Exception {
        try (RawClient client = client()) {
            client.send(167, 2, 1);
            client.readUntil(138);
            register(client);
            Player run = site.play(
                    new PlayOptions(
                            4, 0, Map.of("abandoned-while-ringing", 1, "abandoned-in-queue", 1), 2_500, 100, 3, true),
                    1);
            run.finished().get(60, TimeUnit.SECONDS);
            client.send(1, 2, 99);
            List<RawClient.Frame> frames = client.readUntil(93);

            PlayedCall ringing = run.calls().stream()
                    .filter(c -> c.scenario().equals("abandoned-while-ringing"))
                    .findFirst()
                    .orElseThrow();
            List<RawClient.Frame> own = frames.stream()
                    .filter(f -> ringing.callUuid().equals(f.text(141)))
                    .toList();
            assertThat(own)
                    .extracting(RawClient.Frame::number)
                    .containsExactly(160, 163, 163, 57, 60, 163, 166, 58, 59, 166, 166, 162);
            assertThat(own.get(0).time()).isEqualTo(ringing.start());
            assertThat(ringing.expect().get(2).event()).isEqualTo("userEstablished");
            assertThat(ringing.expect().get(2).at()).isEqualTo(own.get(4).time());
            assertThat(frames).extracting(RawClient.Frame::sequence).isSorted().doesNotHaveDuplicates();
            assertThat(run.progress().callsEnded())
                    .isEqualTo(run.progress().callsStarted())
                    .isPositive();
            assertThat(run.agentStates()).isNotEmpty();
        }
    }

    private static void register(RawClient client) throws Exception {
        for (SiteAgent agent : site.content().agents()) {
            client.send(3, 2, 5, 20, agent.dn(), 47, 1, 49, 0, 50, 0);
            client.readUntil(53);
        }
        for (SiteQueue queue : site.content().queues()) {
            client.send(3, 2, 6, 20, queue.number(), 47, 3, 49, 0, 50, 0);
            client.readUntil(53);
        }
    }

    private static RawClient client() throws Exception {
        RawClient client =
                new RawClient(site.sipServers("SIP_A").first().listener().address());
        client.send(0, 0, "tkv/1", 64, "engage-connector", 65, site.settings().get("ex.engage.password"));
        client.readUntil(95);
        return client;
    }

    private static int count(String from) throws Exception {
        try (Connection connection = site.configDb().connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + from)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}

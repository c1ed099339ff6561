package org.engageconnector.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.engageconnector.app.probe.ProbeReport;
import org.engageconnector.app.probe.ProbeScope;
import org.engageconnector.app.probe.SiteProbe;
import org.engageconnector.app.settings.KnownSettings;
import org.engageconnector.app.settings.Role;
import org.engageconnector.app.settings.SettingsReader;
import org.engageconnector.platformsdk.StandIn;
import org.engageconnector.simulators.engage.EngageSite;
import org.engageconnector.simulators.engage.EngageSiteOptions;
import org.engageconnector.simulators.engage.play.PlayOptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code probe engage} at a simulated site on which calls are played. */
class ProbeIT {

    private static final int AGENTS = 20;
    private static final Duration TIME = Duration.ofSeconds(25);

    @ParameterizedTest
    @ValueSource(strings = {"tkv", "platform-sdk"})
    void every_row_is_answered_and_no_value_of_anybody_is_written(String transport) throws Exception {
        try (EngageSite site = EngageSite.start(EngageSiteOptions.of(AGENTS, 7))) {
            Map<String, String> settings = new LinkedHashMap<>(site.settings());
            settings.put("ex.engage.transport", transport);
            settings.put(
                    "ex.engage.platform-sdk.path", StandIn.asItIs().folder().toString());
            Map<String, String> environment = new LinkedHashMap<>();
            settings.forEach(
                    (name, value) -> environment.put(KnownSettings.find(name).environmentName(), value));
            SettingsReader reader = new SettingsReader(DemoWorld.emptyDirectory(), environment, "probe");
            site.play(PlayOptions.of(3, 1).withLogin(500), 0);

            ProbeReport report = new SiteProbe(
                            reader.readForCommand(Role.CONVERSATION_PROVIDER),
                            reader.readForCommand(Role.AGENT_STATE_SYNC),
                            scope(site))
                    .run(TIME, line -> {});

            assertThat(report.notSeenTopics()).as(report.page()).isEmpty();
            assertThat(report.table()).contains("before the answer");
            assertThat(report.differing()).as(report.table()).isZero();
            for (String value : values(site)) {
                assertThat(report.page()).doesNotContain(value);
            }
        }
    }

    private static ProbeScope scope(EngageSite site) {
        return new ProbeScope(
                Map.of(
                        "SIP_A",
                        site.content().agents().stream()
                                .map(agent -> agent.dn())
                                .toList()),
                Map.of(
                        "SIP_A",
                        site.content().queues().stream()
                                .map(queue -> queue.number())
                                .toList()),
                site.content().agents().stream()
                        .map(agent -> agent.employeeId())
                        .toList(),
                site.content().tenantName());
    }

    private static List<String> values(EngageSite site) {
        return site.content().agents().stream()
                .flatMap(agent -> List.of(agent.employeeId(), agent.loginCode()).stream())
                .filter(value -> value.length() > 3)
                .toList();
    }
}

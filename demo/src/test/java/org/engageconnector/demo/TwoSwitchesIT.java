package org.engageconnector.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.engageconnector.app.role.RoleGroup;
import org.engageconnector.app.settings.Home;
import org.engageconnector.app.settings.KnownSettings;
import org.engageconnector.app.settings.Role;
import org.engageconnector.app.settings.RoleSettings;
import org.engageconnector.app.settings.SettingsReader;
import org.engageconnector.simulators.FreePort;
import org.engageconnector.simulators.engage.EngageSiteOptions;
import org.engageconnector.simulators.engage.play.PlayOptions;
import org.engageconnector.simulators.engage.play.Player;
import org.engageconnector.simulators.genesyscloud.GenesysCloudSimulator;
import org.engageconnector.simulators.genesyscloud.memory.RecordedEvent;
import org.engageconnector.simulators.genesyscloud.memory.RecordedEvent.Outcome;
import org.engageconnector.simulators.world.SimulatedWorld;
import org.junit.jupiter.api.Test;

/**
 * docs/call-rules.md#two-switches over the wire: the servers of two pairs name the same link for a call that spans both, and
 * Genesys Cloud accepts two conversations under one tag.
 */
class TwoSwitchesIT {

    private static final String SCENARIO = "inbound-queued-answered";
    private static final Set<String> ROLES = Set.of(Role.CONFIG_SYNC.id(), Role.CONVERSATION_PROVIDER.id());

    @Test
    void the_conversations_of_a_call_that_spans_two_pairs_carry_its_link() throws Exception {
        try (SimulatedWorld world = SimulatedWorld.start(
                        EngageSiteOptions.of(12, 1).withSwitches(2), null, GenesysCloudSimulator.builder());
                RoleGroup roles = new RoleGroup(
                        new Home(Path.of("..").toAbsolutePath().normalize(), Map.of()), settings(world))) {
            roles.start();
            await().atMost(Duration.ofSeconds(120))
                    .until(() -> roles.roles().stream()
                            .allMatch(role -> role.notReady().isEmpty()));
            LinkedCalls stage = new LinkedCalls(world.site());
            Player player = new Player(
                    world.site().content(),
                    world.site().scenarios().all(),
                    world.site().scenarios().bundledCast(),
                    new PlayOptions(4, 0, Map.of(SCENARIO, 1), 2_500, 200, 1, true),
                    stage,
                    System.currentTimeMillis());
            player.begin(2);
            player.finished().get(120, TimeUnit.SECONDS);
            int calls = player.calls().size();
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> tags(world.cloud()).values().stream()
                                    .mapToInt(Set::size)
                                    .sum()
                            == calls);

            Map<String, Set<String>> tags = tags(world.cloud());
            assertThat(tags.keySet()).isEqualTo(stage.links());
            assertThat(tags.values())
                    .as("conversations under each tag")
                    .anyMatch(conversations -> conversations.size() == 2);
        }
    }

    /** The conversations under each tag, by what was accepted; every leg that is told as established names it. */
    private static Map<String, Set<String>> tags(GenesysCloudSimulator cloud) {
        Map<String, Set<String>> tags = new TreeMap<>();
        for (RecordedEvent event : cloud.events(
                each -> each.outcome() == Outcome.ACCEPTED && each.json().contains("sourceConfiguration"))) {
            tags.computeIfAbsent(event.event().findPath("tagId").asText("none"), tag -> new TreeSet<>())
                    .add(event.key());
        }
        return tags;
    }

    private static List<RoleSettings> settings(SimulatedWorld world) throws Exception {
        Map<String, String> settings = new LinkedHashMap<>(world.settings());
        settings.put("ex.conversations.link-sites", "true");
        settings.put("ex.instance-id", "two-switches");
        settings.put("ex.management.port", Integer.toString(FreePort.find()));
        for (String role : ROLES) {
            settings.put("ex." + role + ".http.port", Integer.toString(FreePort.find()));
        }
        Map<String, String> environment = new LinkedHashMap<>();
        settings.forEach(
                (name, value) -> environment.put(KnownSettings.find(name).environmentName(), value));
        SettingsReader reader = new SettingsReader(DemoWorld.emptyDirectory(), environment, "demo");
        List<RoleSettings> read = new ArrayList<>();
        for (Role role : Role.values()) {
            if (ROLES.contains(role.id())) {
                read.add(reader.read(role));
            }
        }
        return read;
    }
}

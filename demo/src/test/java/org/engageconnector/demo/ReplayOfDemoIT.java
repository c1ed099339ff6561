package org.engageconnector.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.engageconnector.app.failure.ExitCode;
import org.engageconnector.app.replay.Replay;
import org.engageconnector.app.replay.ReplayOptions;
import org.engageconnector.app.role.RoleGroup;
import org.engageconnector.app.settings.Home;
import org.engageconnector.app.settings.Role;
import org.engageconnector.app.settings.RoleSettings;
import org.engageconnector.app.settings.SettingsReader;
import org.engageconnector.simulators.engage.play.PlayOptions;
import org.engageconnector.simulators.engage.play.Player;
import org.engageconnector.simulators.engage.sipserver.SipServerPair;
import org.engageconnector.simulators.genesyscloud.memory.RecordedEvent;
import org.engageconnector.simulators.genesyscloud.memory.RecordedEvent.Outcome;
import org.engageconnector.simulators.judge.OrganisationNames;
import org.engageconnector.simulators.judge.OrganisationReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A demo whose SIP Servers write logs: what the logs, replayed, tell is what the simulated Genesys Cloud accepted, event by event, to
 * the last field where the ID map is asked. {@code -Dseconds=60} plays a minute.
 */
class ReplayOfDemoIT {

    private static final int SECONDS = Integer.getInteger("seconds", 6);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void the_logs_of_a_demo_tell_what_genesys_cloud_accepted() throws Exception {
        Path logs = folder.resolve("logs");
        DemoOptions options =
                new DemoOptions(12, 1, SECONDS, 0, false, true, DemoTransport.TKV, StandardCharsets.UTF_8, logs);
        try (DemoWorld world = new DemoWorld(options, 1)) {
            Map<String, String> environment = world.environment(Map.of());
            try (RoleGroup roles = new RoleGroup(home(), settings(environment))) {
                play(world, roles, options);
            }
            world.site().sipServers().forEach(SipServerPair::closeLogs);
            Map<String, List<String>> accepted = accepted(world);
            assertThat(accepted).isNotEmpty();

            Map<String, List<String>> live = new TreeMap<>();
            for (JsonNode line : replay(environment, logs, null)) {
                live.computeIfAbsent(line.at("/event/conversationId").asText(), id -> new ArrayList<>())
                        .add(line.get("list").asText() + " " + line.get("event"));
            }
            assertThat(live).isEqualTo(accepted);

            // without the connector, with what lies beside the logs: the same but for the id of the presence source
            Map<String, List<String>> alone = new TreeMap<>();
            for (JsonNode line : replay(environment, logs, logs.resolve("site.yaml"))) {
                alone.computeIfAbsent(line.at("/event/conversationId").asText(), id -> new ArrayList<>())
                        .add(withoutSource(line.get("list").asText() + " " + line.get("event")));
            }
            accepted.replaceAll((id, events) ->
                    events.stream().map(ReplayOfDemoIT::withoutSource).toList());
            assertThat(alone).isEqualTo(accepted);
        }
    }

    private static String withoutSource(String event) {
        return event.replaceAll("\"sourceId\":\"[^\"]*\"", "");
    }

    private void play(DemoWorld world, RoleGroup roles, DemoOptions options) throws Exception {
        roles.start();
        await().atMost(Duration.ofSeconds(120))
                .until(() ->
                        roles.roles().stream().allMatch(role -> role.notReady().isEmpty()));
        world.normalQuota();
        OrganisationNames names = new OrganisationReader(world.cloud().url(), world.judge())
                .read(world.site().content());
        Player player = world.site().play(PlayOptions.of(1, 1), SECONDS);
        player.finished().get(SECONDS + 300, TimeUnit.SECONDS);
        DemoJudge judge = new DemoJudge(world, names);
        world.writeSiteFiles(options.serverLog(), names);
        await().atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> judge.judge(options, player).complete());
    }

    private static Map<String, List<String>> accepted(DemoWorld world) {
        Map<String, List<String>> accepted = new TreeMap<>();
        for (RecordedEvent event : world.cloud()
                .events(each ->
                        each.outcome() == Outcome.ACCEPTED && each.path().endsWith("/events/conversations"))) {
            accepted.computeIfAbsent(event.key(), id -> new ArrayList<>()).add(event.list() + " " + event.event());
        }
        return accepted;
    }

    /** @param site a site file; {@code null} asks the ID map of the running connector */
    private List<JsonNode> replay(Map<String, String> environment, Path logs, Path site) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Home home = new Home(DemoWorld.emptyDirectory(), environment);
        ReplayOptions options = new ReplayOptions(
                List.of(logs),
                null,
                site,
                site == null,
                Long.MIN_VALUE,
                Long.MAX_VALUE,
                null,
                ReplayOptions.Form.JSON,
                null,
                Charset.forName("windows-1252"),
                false);
        ExitCode code = new Replay(home, options, print(out), print(err)).run();
        assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isEqualTo(ExitCode.DONE);
        List<JsonNode> lines = new ArrayList<>();
        for (String line : out.toString(StandardCharsets.UTF_8).lines().toList()) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    private static Home home() {
        return new Home(Path.of("..").toAbsolutePath().normalize(), Map.of());
    }

    private static List<RoleSettings> settings(Map<String, String> environment) throws Exception {
        SettingsReader reader = new SettingsReader(DemoWorld.emptyDirectory(), environment, "demo");
        List<RoleSettings> settings = new ArrayList<>();
        for (Role role : Role.values()) {
            settings.add(reader.read(role));
        }
        return settings;
    }

    private static PrintStream print(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }
}

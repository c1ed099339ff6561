package org.engageconnector.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.engageconnector.app.role.RoleGroup;
import org.engageconnector.app.settings.Home;
import org.engageconnector.app.settings.Role;
import org.engageconnector.app.settings.RoleSettings;
import org.engageconnector.app.settings.SettingsReader;
import org.engageconnector.simulators.engage.FaultDesk;
import org.engageconnector.simulators.engage.play.PlayOptions;
import org.engageconnector.simulators.genesyscloud.faults.Fault;
import org.junit.jupiter.api.Test;

/** Dashboards, alerts and pages name only metrics and labels that running roles export; faults bring the rare ones out. */
class MetricNamesIT {

    private static final Path HOUSE = Path.of("..");

    private static final Pattern NAME = Pattern.compile("\\bex_[a-z0-9_]+");

    /** A sample: name, labels. */
    private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-z][a-z0-9_]+)(?:\\{([^}]*)})? ");

    private static final Pattern LABEL = Pattern.compile("([a-z_]+)(?:=~?|!=)\"");

    private static final Pattern BY = Pattern.compile("by \\(([^)]*)\\)");

    /** One counts what should not happen, and nothing here makes it happen; the other needs a port that speaks TLS. */
    private static final Set<String> ONLY_IN_NEED =
            Set.of("ex_call_engine_odd_total", "ex_http_certificate_expires_seconds");

    /** What Prometheus adds. */
    private static final Set<String> OF_PROMETHEUS = Set.of("job", "role", "instance");

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /** Metric to its labels, all roles together. */
    private final Map<String, Set<String>> exported = new HashMap<>();

    @Test
    void every_metric_and_label_that_is_asked_for_is_exported() throws Exception {
        Set<String> asked = new TreeSet<>();
        for (Path file : files()) {
            NAME.matcher(Files.readString(file))
                    .results()
                    .map(MatchResult::group)
                    .forEach(asked::add);
        }
        assertThat(asked).as("names found").hasSizeGreaterThan(20);

        try (DemoWorld world = new DemoWorld(
                new DemoOptions(12, 2, 5, 0, false, true, DemoTransport.TKV, StandardCharsets.UTF_8, null), 1)) {
            Map<String, String> environment = world.environment(Map.of());
            try (RoleGroup roles = new RoleGroup(home(), settings(environment))) {
                roles.start();
                await().atMost(Duration.ofSeconds(120))
                        .until(() -> roles.roles().stream()
                                .allMatch(role -> role.notReady().isEmpty()));
                world.normalQuota();
                world.cloud().addFault(Fault.status("/api/v2/events", 503, 2));
                world.cloud()
                        .addFault(Fault.events(
                                Fault.Kind.POISON_EVENTS,
                                "/api/v2/events/conversations",
                                new Fault.EventChoice("", "", 20),
                                3));
                world.site()
                        .play(
                                PlayOptions.of(2, 1)
                                        .withMix(Map.of(
                                                "answered-from-unmapped-queue", 1, "inbound-queued-answered", 1)),
                                5);
                new FaultDesk(world.site()).apply("sip-server-SIP_A-1/stray-bytes", null);

                await().atMost(Duration.ofSeconds(90))
                        .pollInterval(Duration.ofSeconds(1))
                        .untilAsserted(() -> {
                            scrape(environment);
                            assertThat(asked.stream().filter(name -> !known(name)))
                                    .isEmpty();
                        });
            }
        }
        for (String family : List.of("camel_", "jvm_", "process_", "system_", "hikaricp_")) {
            assertThat(exported.keySet()).as(family).anyMatch(name -> name.startsWith(family));
        }
        for (Path file : files()) {
            if (!file.toString().endsWith(".md")) {
                labelsOf(file);
            }
        }
    }

    /** A page may name a family without the suffix that an export adds. */
    private boolean known(String name) {
        return ONLY_IN_NEED.contains(name) || exported.containsKey(name) || exported.containsKey(name + "_count");
    }

    private void labelsOf(Path file) throws IOException {
        for (String line : Files.readAllLines(file)) {
            if (!line.contains("expr")) {
                continue;
            }
            String expression = line.replace("\\\"", "\"");
            Set<String> allowed = new HashSet<>(OF_PROMETHEUS);
            NAME.matcher(expression)
                    .results()
                    .forEach(name -> allowed.addAll(exported.getOrDefault(name.group(), Set.of())));
            List<String> used = new ArrayList<>();
            LABEL.matcher(expression)
                    .results()
                    .map(label -> label.group(1))
                    .filter(name -> !name.equals("expr"))
                    .forEach(used::add);
            BY.matcher(expression)
                    .results()
                    .forEach(by -> used.addAll(List.of(by.group(1).split(", *"))));
            assertThat(allowed).as(file + ": " + line.strip()).containsAll(used);
        }
    }

    private void scrape(Map<String, String> environment) throws Exception {
        for (Role role : Role.values()) {
            String port = environment.get(
                    "EX_" + role.id().toUpperCase(java.util.Locale.ROOT).replace('-', '_') + "_HTTP_PORT");
            HttpResponse<String> answer = HTTP.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/observe/metrics"))
                            .timeout(Duration.ofSeconds(20))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            Matcher sample = SAMPLE.matcher(answer.body());
            while (sample.find()) {
                Set<String> labels = exported.computeIfAbsent(sample.group(1), name -> new HashSet<>());
                if (sample.group(1).startsWith("ex_")) {
                    assertThat(sample.group(2))
                            .as(sample.group(1))
                            .contains("role=\"" + role.id() + "\"")
                            .contains("instance=\"demo\"");
                }
                if (sample.group(2) != null) {
                    LABEL.matcher(sample.group(2)).results().forEach(label -> labels.add(label.group(1)));
                }
            }
        }
    }

    private static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>(List.of(HOUSE.resolve("docker/prometheus/alerts.yaml")));
        for (String directory : List.of("docker/grafana/dashboards", "docs")) {
            try (Stream<Path> all = Files.list(HOUSE.resolve(directory))) {
                all.filter(Files::isRegularFile)
                        .filter(file -> !file.toString().endsWith(".png"))
                        .sorted()
                        .forEach(files::add);
            }
        }
        return files;
    }

    private static List<RoleSettings> settings(Map<String, String> environment) throws Exception {
        SettingsReader reader = new SettingsReader(DemoWorld.emptyDirectory(), environment, "metrics");
        return Stream.of(Role.values()).map(reader::read).toList();
    }

    private static Home home() {
        return new Home(HOUSE.toAbsolutePath().normalize(), Map.of());
    }
}

package org.engageconnector.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.engageconnector.robustness.ConnectorProcess.Reply;
import org.engageconnector.simulators.engage.play.PlayOptions;
import org.engageconnector.simulators.engage.play.Player;
import org.engageconnector.simulators.engage.sipserver.SipServerPair;
import org.engageconnector.simulators.genesyscloud.faults.Fault.EventChoice;
import org.engageconnector.simulators.genesyscloud.faults.Fault.Kind;
import org.engageconnector.simulators.genesyscloud.memory.RecordedEvent.Outcome;
import org.engageconnector.simulators.judge.Judge;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What an administrator does and sees while calls are played against real processes: routes are edited, broken and mended, and
 * after all of it no planted secret and no caller's number is to be found in anything that the processes said or show.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OperateIT {

    private static final String PROVIDER = "conversation-provider";

    private static final String DELIVERY = "deliver-conversation-events.camel.yaml";

    private static final String ENGINE = "call-engine.camel.yaml";

    private static final String READY = "/observe/health/ready";

    /** Kept after the run. */
    private static final Path LOGS = Path.of("target/logs/operate");

    @TempDir
    static Path folder;

    private static HomeCopy home;

    private static World world;

    private static Player player;

    @BeforeAll
    static void start() throws Exception {
        home = new HomeCopy(
                Path.of("..").toAbsolutePath().normalize(), Files.createDirectory(folder.resolve("home with a space")));
        world = new World(home.directory(), LOGS, RedisExecutable.of(home.directory(), "7.0"), 40, Map.of());
        world.awaitReady();
    }

    @AfterAll
    static void stop() {
        if (world != null) {
            world.close();
        }
    }

    @Test
    @Order(1)
    @Timeout(400)
    void routes_edited_broken_and_mended_under_load_close_no_engage_connection_and_lose_nothing() throws Exception {
        Set<String> connected = Sockets.to(engagePorts());
        assertThat(connected).as("both instances hold their sessions").hasSizeGreaterThanOrEqualTo(4);
        player = world.site.play(PlayOptions.of(2, 11), 30);
        awaitAccepted(60);

        home.save(DELIVERY, home.route(DELIVERY).replace("batchSize: 100", "batchSize: 40"));
        for (ConnectorProcess each : world.instances) {
            assertThat(Pause.until(30, () -> log(each).contains(DELIVERY + ": the changed routes run")))
                    .as("the edited route runs in " + each.instance())
                    .isTrue();
            assertThat(each.get(PROVIDER, READY).status()).isEqualTo(200);
        }
        awaitAccepted(40);

        String whole = home.route(ENGINE);
        String broken = whole.replace("redis-journal:conversation-events", "redis-jurnal:conversation-events");
        int line = lineOf(broken, "redis-jurnal");
        home.save(ENGINE, broken);
        for (ConnectorProcess each : world.instances) {
            assertThat(Pause.until(30, () -> each.get(PROVIDER, READY).status() == 503))
                    .as("not ready while the file is wrong")
                    .isTrue();
            assertThat(each.get(PROVIDER, READY).body())
                    .contains("DOWN")
                    .contains(ENGINE + ", line " + line)
                    .contains("redis-jurnal");
            assertThat(log(each)).contains(ENGINE + ", line " + line);
            assertThat(each.get(PROVIDER, "/observe/health/live").status())
                    .as("it lives")
                    .isEqualTo(200);
        }
        // the old route goes on
        awaitAccepted(40);
        assertThat(world.instances.get(0).get(PROVIDER, READY).status()).isEqualTo(503);

        home.save(ENGINE, whole.replace("batchSize: 500", "batchSize: 250"));
        for (ConnectorProcess each : world.instances) {
            assertThat(Pause.until(30, () -> each.get(PROVIDER, READY).status() == 200))
                    .as("ready again once the file is mended")
                    .isTrue();
        }
        awaitAccepted(20);

        player.finished().get(180, TimeUnit.SECONDS);
        assertThat(Pause.until(
                        60,
                        () -> judge().calls(player).lostCount() == 0
                                && judge().agentStates(player).lostCount() == 0))
                .as("lost: " + judge().calls(player).lines())
                .isTrue();
        assertThat(judge().calls(player).expected()).isGreaterThan(200);
        assertThat(judge().outOfOrder()).isZero();
        assertThat(world.cloud.refused()).isEmpty();
        for (ConnectorProcess each : world.instances) {
            assertThat(log(each)).as("no event was given up").doesNotContain("went to the dead letters");
        }
        assertThat(world.cloud.summary().repeated()).isZero();
        assertThat(Sockets.to(engagePorts()))
                .as("the same connections as before, by their ports")
                .isEqualTo(connected);
    }

    @Test
    @Order(2)
    @Timeout(300)
    void no_secret_and_no_callers_number_is_in_logs_status_metrics_jmx_or_what_commands_print() throws Exception {
        refuseSomeEvents();
        Set<String> secrets = secrets();
        Set<String> numbers = callerNumbers();
        assertThat(numbers).as("callers' numbers were played").hasSizeGreaterThan(10);
        Sightings sightings = new Sightings(secrets, numbers);

        for (ConnectorProcess each : world.processes()) {
            sightings.look("log of " + each.instance(), log(each));
            for (String role : each.roles()) {
                for (String path : List.of("/observe/health", READY, "/observe/metrics", "/metrics", "/nowhere")) {
                    sightings.look(role + path, each.get(role, path).body());
                }
                sightings.look(
                        role + " refuses",
                        each.get(role, "/api/v1/status", bearer("wrong")).body());
                Reply status = each.get(role, "/api/v1/status", bearer(Planted.HTTP_TOKEN));
                assertThat(status.status()).isEqualTo(200);
                sightings.look(role + " status", status.body());
            }
            sightings.look(
                    "Jolokia's list of " + each.instance(), each.jolokia("list").body());
            Reply beans = each.jolokia("read/*:*?ignoreErrors=true");
            assertThat(beans.body()).as("every attribute is read").contains("org.apache.camel", "java.lang");
            sightings.look("JMX of " + each.instance(), beans.body());
            sightings.look("command line of " + each.instance(), Files.readString(proc(each, "cmdline")));
            sightings.look("environment of " + each.instance(), Files.readString(proc(each, "environ")));
        }
        ConnectorProcess one = world.instances.get(0);
        for (List<String> command : List.of(
                List.of("status"), List.of("status", "--json"), List.of("validate"), List.of("dead-letters", "list"))) {
            ConnectorProcess.Printed printed = one.command(command.toArray(new String[0]));
            assertThat(printed.exitCode()).as(printed.text()).isZero();
            sightings.look(command.toString(), printed.text());
        }
        String list = one.command("dead-letters", "list").text();
        ConnectorProcess.Printed letter = one.command("dead-letters", "show", firstId(list));
        assertThat(letter.exitCode()).as(list + letter.text()).isZero();
        sightings.look("dead-letters show", letter.text());

        assertThat(sightings.found()).isEmpty();
    }

    @Test
    @Order(3)
    void the_secret_of_the_transaction_is_not_readable_in_what_redis_keeps() throws Exception {
        world.redis.snapshot();
        assertThat(new String(
                        Files.readAllBytes(world.redis.folder().resolve("dump.rdb")), StandardCharsets.ISO_8859_1))
                .contains("client-of-the-transaction")
                .doesNotContain(Planted.TRANSACTION_CLIENT_SECRET);
    }

    /** So that there are dead letters, and log lines about them. */
    private static void refuseSomeEvents() throws Exception {
        world.cloud.addFault(org.engageconnector.simulators.genesyscloud.faults.Fault.events(
                Kind.POISON_EVENTS, "/api/v2/events/conversations", new EventChoice("", "", 3), 5));
        Player second = world.site.play(PlayOptions.of(2, 12), 5);
        second.finished().get(120, TimeUnit.SECONDS);
        assertThat(Pause.until(60, () -> world.cloud.refused().size() > 0)).isTrue();
        world.cloud.clearFaults();
        assertThat(Pause.until(
                        60,
                        () -> world.instances.stream()
                                .anyMatch(each -> log(each).toLowerCase().contains("dead letter"))))
                .as("the log tells of dead letters")
                .isTrue();
    }

    private static Set<String> secrets() {
        Set<String> secrets = new HashSet<>(Planted.SETTINGS.values());
        secrets.add(Planted.REDIS_PASSWORD);
        secrets.add(Planted.TRANSACTION_CLIENT_SECRET);
        secrets.add(world.site.settings().get("ex.engage.password"));
        world.cloud.properties().forEach((name, value) -> {
            if (name.endsWith("client-secret")) {
                secrets.add(value);
            }
        });
        return secrets;
    }

    /** Numbers outside of the switch that the played calls were from or to. */
    private static Set<String> callerNumbers() {
        Set<String> numbers = new HashSet<>();
        player.calls()
                .forEach(call -> call.expect().forEach(event -> {
                    for (String field : List.of("ani", "dnis", "phoneNumber", "destinationPhoneNumber")) {
                        Object number = event.fields().get(field);
                        if (number != null && number.toString().length() >= 9) {
                            numbers.add(number.toString());
                        }
                    }
                }));
        return numbers;
    }

    private static Set<Integer> engagePorts() {
        Set<Integer> ports = new HashSet<>();
        for (SipServerPair pair : world.site.sipServers()) {
            ports.add(port(pair.first().listener().address()));
            ports.add(port(pair.second().listener().address()));
        }
        ports.add(port(world.site.statServers().first().listener().address()));
        ports.add(port(world.site.statServers().second().listener().address()));
        return ports;
    }

    private static int port(String address) {
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    private static Judge judge() {
        return new Judge(world.names(), world.cloud.events(event -> event.outcome() == Outcome.ACCEPTED));
    }

    /** So much more than now, while calls are played. */
    private static void awaitAccepted(int more) {
        long before = world.cloud.summary().accepted();
        assertThat(Pause.until(90, () -> world.cloud.summary().accepted() >= before + more))
                .as("delivery goes on")
                .isTrue();
    }

    private static String log(ConnectorProcess process) {
        try {
            return Files.readString(LOGS.resolve(process.instance() + "-1.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path proc(ConnectorProcess process, String file) {
        return Path.of("/proc", Long.toString(process.pid()), file);
    }

    private static String firstId(String list) {
        Matcher id = Pattern.compile("(?m)^\\d+-\\d+").matcher(list);
        assertThat(id.find()).as(list).isTrue();
        return id.group();
    }

    private static String[] bearer(String token) {
        return new String[] {"Authorization", "Bearer " + token};
    }

    private static int lineOf(String text, String word) {
        return (int) text.substring(0, text.indexOf(word)).lines().count();
    }
}

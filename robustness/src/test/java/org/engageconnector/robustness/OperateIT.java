package org.engageconnector.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.engageconnector.simulators.engage.play.PlayOptions;
import org.engageconnector.simulators.engage.play.Player;
import org.engageconnector.simulators.engage.sipserver.SipServerPair;
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
 * What an administrator does and sees while calls are played against real processes: routes are edited, broken and mended.
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
        home = new HomeCopy(Path.of("..").toAbsolutePath().normalize(), Files.createDirectory(folder.resolve("home")));
        world = new World(home.directory(), LOGS, null);
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
    @Order(3)
    void the_secret_of_the_transaction_is_not_readable_in_what_redis_keeps() throws Exception {
        world.redis.snapshot();
        assertThat(new String(
                        Files.readAllBytes(world.redis.folder().resolve("dump.rdb")), StandardCharsets.ISO_8859_1))
                .contains("client-of-the-transaction")
                .doesNotContain(Planted.TRANSACTION_CLIENT_SECRET);
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

    private static int lineOf(String text, String word) {
        return (int) text.substring(0, text.indexOf(word)).lines().count();
    }
}

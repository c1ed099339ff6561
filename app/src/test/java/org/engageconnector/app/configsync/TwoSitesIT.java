package org.engageconnector.app.configsync;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.engageconnector.app.cli.Commands;
import org.engageconnector.app.failure.ExitCode;
import org.engageconnector.app.redis.RedisPlace;
import org.engageconnector.app.settings.Home;
import org.engageconnector.component.directory.RedisDirectory;
import org.engageconnector.component.directory.RedisSyncStore;
import org.engageconnector.component.redis.RedisConnection;
import org.engageconnector.component.redis.RedisSettings;
import org.engageconnector.processors.configsync.ConfigSync;
import org.engageconnector.processors.configsync.SyncSettings;
import org.engageconnector.processors.configsync.SyncStatus;
import org.engageconnector.processors.configsync.cloud.Cloud;
import org.engageconnector.processors.configsync.plan.SyncRules;
import org.engageconnector.processors.configsync.site.SiteName;
import org.engageconnector.simulators.genesyscloud.GenesysCloudSimulator;
import org.engageconnector.simulators.world.LocalRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two connectors, each with a Redis of its own, and one organisation. */
class TwoSitesIT {

    @TempDir
    Path folder;

    private final List<AutoCloseable> closing = new ArrayList<>();
    private final AtomicLong clock = new AtomicLong(1_700_000_000_000L);
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private GenesysCloudSimulator cloud;
    private OneSite first;
    private OneSite second;

    private final class OneSite {
        final String url;
        final EngageModel engage = EngageModel.of(5, 2);
        final ConfigSync sync;

        OneSite() throws IOException {
            LocalRedis server = LocalRedis.start("100mb");
            url = server.url();
            RedisConnection redis =
                    new RedisConnection(RedisSettings.of(url, String.valueOf(EngageModel.TENANT), "instance"));
            closing.add(0, server::close);
            closing.add(0, redis);
            sync = new ConfigSync(
                    new SyncSettings(
                            new SyncRules(EngageModel.TENANT, null, 10),
                            cloud.organisationId(),
                            SiteName.of(null, RedisPlace.of(url, "host")),
                            60_000,
                            SyncWorld.HOUR,
                            false,
                            1,
                            folder),
                    new RedisDirectory(redis, null),
                    new RedisSyncStore(redis),
                    new Cloud(new CloudClient(cloud, "config-sync"), new OpenGate(), millis -> {}),
                    new AlwaysOwner(),
                    new SimpleMeterRegistry(),
                    clock::get);
        }

        SyncStatus run() {
            clock.addAndGet(60_000);
            sync.run(engage.snapshot());
            return sync.status();
        }

        ExitCode command(String... arguments) {
            PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
            Map<String, String> environment =
                    Map.of("EX_REDIS_URL", url, "EX_TENANT_ID", String.valueOf(EngageModel.TENANT));
            return new Commands(new Home(folder, environment), out, out, target -> {}).run(List.of(arguments));
        }
    }

    @BeforeEach
    void start() throws IOException {
        cloud = GenesysCloudSimulator.builder().requestsPerMinute(10_000_000).start();
        closing.add(cloud);
        first = new OneSite();
        second = new OneSite();
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable each : closing) {
            each.close();
        }
    }

    private long writes() {
        return cloud.requests().stream()
                .filter(request ->
                        !request.method().equals("GET") && !request.path().equals("/oauth/token"))
                .count();
    }

    @Test
    void the_second_site_stops_before_its_first_write_and_takes_over_with_one_command() {
        assertThat(first.run().result()).isEqualTo("ok");
        long before = writes();
        second.engage.rename(1001, "of another site");
        SyncStatus stopped = second.run();
        assertThat(stopped.result()).isEqualTo("stopped");
        assertThat(stopped.reason()).contains("keeps this organisation in step").contains("take-over --yes");
        assertThat(second.sync.problem()).isPresent();
        assertThat(writes()).isEqualTo(before);

        assertThat(second.command("take-over")).isEqualTo(ExitCode.DONE);
        assertThat(second.run().result()).isEqualTo("stopped");
        assertThat(writes()).isEqualTo(before);
        assertThat(second.command("take-over", "--yes")).isEqualTo(ExitCode.DONE);
        assertThat(second.run().result()).isEqualTo("ok");
        assertThat(OrganisationText.actual(second.engage, new CloudClient(cloud, "config-sync")))
                .isEqualTo(OrganisationText.expected(second.engage));

        // The first one comes back, and finds that it was replaced.
        clock.addAndGet(SyncWorld.HOUR);
        before = writes();
        assertThat(first.run().result()).isEqualTo("stopped");
        assertThat(writes()).isEqualTo(before);
        assertThat(second.run().result()).isEqualTo("ok");
    }

    @Test
    void the_plan_of_a_second_site_can_be_confirmed_too() {
        first.run();
        SyncStatus stopped = second.run();
        assertThat(second.sync.confirm(stopped.planId())).isTrue();
        assertThat(second.run().result()).isEqualTo("ok");
        clock.addAndGet(SyncWorld.HOUR);
        assertThat(first.run().result()).isEqualTo("stopped");
    }

    @Test
    void there_is_nothing_to_take_over_where_no_other_site_was_met() {
        first.run();
        assertThat(first.command("take-over", "--yes")).isEqualTo(ExitCode.REFUSED);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("no other site");
    }
}

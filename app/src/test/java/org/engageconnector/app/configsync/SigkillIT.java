package org.engageconnector.app.configsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.engageconnector.simulators.genesyscloud.GenesysCloudSimulator;
import org.engageconnector.simulators.site.ConfigDatabase;
import org.engageconnector.simulators.site.SiteGenerator;
import org.engageconnector.simulators.site.SiteOptions;
import org.engageconnector.simulators.world.LocalRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Processes that run config-sync, ended by SIGKILL at random requests of a large plan while Engage and Genesys Cloud change:
 * the next process goes on. Real PostgreSQL, Redis and sockets. Some kills in the build; {@code -Dlong=true} kills many times
 * a larger site, {@code -Dseed=n} plays a failure again.
 */
class SigkillIT {

    private static final boolean LONG = Boolean.getBoolean("long");
    private static final int AGENTS = LONG ? 600 : 150;
    private static final int QUEUES = LONG ? 60 : 15;
    private static final int FIRST_SYNC_KILLS = LONG ? 12 : 1;
    private static final int LATER_KILLS = LONG ? 24 : 2;
    private static final int CHANGES = LONG ? 40 : 12;
    private static final Duration LIMIT = Duration.ofSeconds(120);

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final EngageModel engage = EngageModel.of(AGENTS, QUEUES);
    private final Map<String, String> settings = new HashMap<>();
    private LocalRedis redis;
    private GenesysCloudSimulator cloud;
    private ConfigDatabase database;
    private CloudClient client;

    @BeforeEach
    void start() throws Exception {
        redis = LocalRedis.start("100mb");
        cloud = GenesysCloudSimulator.builder().requestsPerMinute(10_000_000).start();
        client = new CloudClient(cloud, "config-sync");
        database = ConfigDatabase.start(SiteGenerator.generate(new SiteOptions(2, 1, 1)), Map.of(), 0);
        settings.put("EX_ORG_ID", cloud.organisationId());
        settings.put("EX_TENANT_ID", String.valueOf(EngageModel.TENANT));
        settings.put("EX_CONFIG_DB_URL", database.url());
        settings.put("EX_CONFIG_DB_USERNAME", database.username());
        settings.put("EX_CONFIG_DB_PASSWORD", database.password());
        settings.put("EX_CONFIG_SYNC_INTERVAL", "1s");
        settings.put("EX_REDIS_URL", redis.url());
        settings.put("EX_GENESYS_CLOUD_API_URL", cloud.url());
        settings.put("EX_GENESYS_CLOUD_LOGIN_URL", cloud.url());
        settings.put("EX_GENESYS_CLOUD_CLIENT_ID", cloud.client("config-sync").id());
        settings.put(
                "EX_GENESYS_CLOUD_CLIENT_SECRET", cloud.client("config-sync").secret());
    }

    @AfterEach
    void stop() throws IOException {
        database.close();
        cloud.close();
        redis.close();
    }

    @Test
    @DisplayName("after kills at random requests the organisation is the expected one, and a further run sends nothing")
    void theNextProcessGoesOn() throws Exception {
        EngageRows.write(database, engage);
        int firstSync = 4 * AGENTS + 3 * QUEUES;
        for (int kill = 1; kill <= FIRST_SYNC_KILLS; kill++) {
            killAfter(1 + random.nextInt(firstSync / FIRST_SYNC_KILLS));
        }
        if (LONG) {
            bringInStep();
        }
        for (int kill = 1; kill <= LATER_KILLS; kill++) {
            change();
            killAfter(1 + random.nextInt(6 * CHANGES));
        }
        bringInStep();
        assertThat(requestsOfAnUnchangedRun()).as("seed %d", seed).isZero();
        assertThat(OrganisationText.actual(engage, client))
                .as("seed %d", seed)
                .isEqualTo(OrganisationText.expected(engage));
    }

    private void change() throws Exception {
        for (int i = 0; i < CHANGES; i++) {
            RandomChange.inEngage(engage, random);
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            RandomChange.inGenesysCloud(client, random);
        }
        EngageRows.write(database, engage);
    }

    /** Starts a process that compares in full and kills it as soon as so many of its requests were answered. */
    private void killAfter(int requests) throws Exception {
        long before = answered();
        try (ConfigSyncJvm process = process("1s")) {
            // A small plan may end before: then the process is killed while idle.
            until(process, () -> answered() - before >= requests || done(confirmed(process)));
            assertThat(process.kill()).as("exit code").isEqualTo(137);
        }
    }

    /** Lets a process run in peace until it has compared everything and finds nothing to do; confirms what waits. */
    private void bringInStep() throws Exception {
        try (ConfigSyncJvm process = process("1s")) {
            until(process, () -> {
                JsonNode status = confirmed(process);
                return done(status) && status.path("changes").isEmpty();
            });
        }
    }

    private long requestsOfAnUnchangedRun() throws Exception {
        try (ConfigSyncJvm process = process("24h")) {
            until(process, () -> done(process.status()));
            return process.status().path("requestsInAll").asLong(-1);
        }
    }

    private ConfigSyncJvm process(String reconcileInterval) throws IOException {
        Map<String, String> all = new HashMap<>(settings);
        all.put("EX_CONFIG_SYNC_RECONCILE_INTERVAL", reconcileInterval);
        return new ConfigSyncJvm(all);
    }

    private long answered() {
        return cloud.summary().requests();
    }

    /** The status; an operator confirms whatever waits. */
    private static JsonNode confirmed(ConfigSyncJvm process) {
        JsonNode status = process.status();
        if (status.path("planId").isTextual()) {
            process.post("?confirm=" + status.path("planId").asText());
        }
        return status;
    }

    private static boolean done(JsonNode status) {
        String result = status.path("result").asText();
        return result.equals("ok") || result.equals("problems");
    }

    private void until(ConfigSyncJvm process, BooleanSupplier condition) {
        await().atMost(LIMIT)
                .pollInterval(Duration.ofMillis(5))
                .failFast("seed " + seed + ": see target/sigkill-config-sync.log", () -> !process.alive())
                .until(condition::getAsBoolean);
    }
}

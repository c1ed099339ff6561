package org.engageconnector.app.configsync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.engageconnector.directory.MappingType;
import org.engageconnector.journal.Ownership;
import org.engageconnector.processors.configsync.ConfigSync;
import org.engageconnector.processors.configsync.SyncSettings;
import org.engageconnector.processors.configsync.SyncStatus;
import org.engageconnector.processors.configsync.cloud.Cloud;
import org.engageconnector.processors.configsync.cloud.Gate;
import org.engageconnector.processors.configsync.cloud.GenesysCloudApi;
import org.engageconnector.processors.configsync.plan.SyncRules;
import org.engageconnector.processors.configsync.site.SiteName;
import org.engageconnector.simulators.genesyscloud.GenesysCloudSimulator;
import org.engageconnector.simulators.genesyscloud.GenesysCloudSimulatorBuilder;

/** Config-sync between a model of Engage and a strict Genesys Cloud, with its own clock, and a way to kill and restart it. */
final class SyncWorld implements AutoCloseable {

    static final long HOUR = 3_600_000;

    final EngageModel engage;
    final GenesysCloudSimulator cloud;
    final CloudClient client;
    final KillSwitch kill;
    final MapDirectory directory = new MapDirectory();
    final MapSyncStore store;
    private final AtomicLong clock;
    private ConfigSync sync;
    private boolean dryRun;
    private String organisation;
    private SiteName site = SiteName.of(null, "redis-a:6379");

    SyncWorld(EngageModel engage) {
        this(engage, builder -> builder);
    }

    SyncWorld(EngageModel engage, UnaryOperator<GenesysCloudSimulatorBuilder> options) {
        this(engage, new AtomicLong(1_700_000_000_000L), options);
    }

    /** One whose organisation goes by the same clock. */
    static SyncWorld ofOneClock(EngageModel engage) {
        AtomicLong clock = new AtomicLong(1_700_000_000_000L);
        return new SyncWorld(engage, clock, builder -> builder.clock(clock::get).tokenLifeSeconds(1_000_000_000));
    }

    private SyncWorld(EngageModel engage, AtomicLong clock, UnaryOperator<GenesysCloudSimulatorBuilder> options) {
        this.engage = engage;
        this.clock = clock;
        this.cloud = options.apply(GenesysCloudSimulator.builder().requestsPerMinute(10_000_000))
                .start();
        this.client = new CloudClient(cloud, "config-sync");
        this.kill = new KillSwitch(client);
        this.organisation = cloud.organisationId();
        this.store = new MapSyncStore() {
            @Override
            public void write(String table, Map<String, String> put, Collection<String> remove) {
                kill.write();
                super.write(table, put, remove);
            }
        };
        restart();
    }

    SyncWorld dryRun() {
        dryRun = true;
        restart();
        return this;
    }

    void organisation(String id) {
        organisation = id;
        restart();
    }

    /** A new process that reaches its Redis somewhere else, or is called otherwise. */
    void site(SiteName name) {
        site = name;
        restart();
    }

    /** A new process: nothing is left but what Redis keeps. */
    void restart() {
        kill.disarm();
        sync = sync(kill, new AlwaysOwner(), new OpenGate());
    }

    /** Another process on the same Redis. */
    ConfigSync sync(GenesysCloudApi api, Ownership lease, Gate gate) {
        return new ConfigSync(
                new SyncSettings(
                        new SyncRules(EngageModel.TENANT, null, 10),
                        organisation,
                        site,
                        60_000,
                        HOUR,
                        dryRun,
                        1,
                        Path.of("target", "plans")),
                directory,
                store,
                new Cloud(api, gate, millis -> {}),
                lease,
                new SimpleMeterRegistry(),
                clock::get);
    }

    ConfigSync sync() {
        return sync;
    }

    void pass(long millis) {
        clock.addAndGet(millis);
    }

    SyncStatus run() {
        clock.addAndGet(60_000);
        sync.run(engage.snapshot());
        return sync.status();
    }

    /** As {@link #run}; an operator confirms whatever waits. */
    SyncStatus runConfirmed() {
        SyncStatus status = run();
        if (status.planId() != null) {
            sync.confirm(status.planId());
            status = run();
        }
        return status;
    }

    long sent(String method, String path) {
        return cloud.requests().stream()
                .filter(request ->
                        request.method().equals(method) && request.path().equals(path))
                .count();
    }

    /** The organisation is what Engage wants, and a further run sends nothing. */
    void assertInStep() {
        assertThat(OrganisationText.actual(engage, client)).isEqualTo(OrganisationText.expected(engage));
        assertThat(run().requests()).isZero();
    }

    String userId(long dbid) {
        return directory
                .find(MappingType.USER, String.valueOf(dbid))
                .orElseThrow()
                .genesysCloudId();
    }

    String state(String userId) {
        JsonNode user = client.get("/api/v2/users/" + userId);
        return user.path("state").asText();
    }

    @Override
    public void close() {
        cloud.close();
    }
}

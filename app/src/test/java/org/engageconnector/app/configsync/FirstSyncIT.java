package org.engageconnector.app.configsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Map;
import org.engageconnector.directory.MappingType;
import org.engageconnector.processors.configsync.ConfigSync;
import org.engageconnector.processors.configsync.SyncSettings;
import org.engageconnector.processors.configsync.SyncStatus;
import org.engageconnector.processors.configsync.cloud.Cloud;
import org.engageconnector.processors.configsync.plan.SyncRules;
import org.engageconnector.processors.configsync.site.SiteName;
import org.engageconnector.simulators.genesyscloud.GenesysCloudSimulator;
import org.engageconnector.simulators.site.ConfigDatabase;
import org.engageconnector.simulators.site.Site;
import org.engageconnector.simulators.site.SiteGenerator;
import org.engageconnector.simulators.site.SiteOptions;
import org.junit.jupiter.api.Test;

/** A whole site comes into an empty organisation. */
class FirstSyncIT {

    @Test
    void everythingIsThereAfterOneRunAnotherSendsNothingAndAnEmptiedConfigDbStops() throws Exception {
        Site site = SiteGenerator.generate(new SiteOptions(60, 2, 7));
        try (GenesysCloudSimulator cloud = GenesysCloudSimulator.builder()
                        .requestsPerMinute(1_000_000)
                        .start();
                EngageTables engage = new EngageTables(
                        ConfigDatabase.start(site, Map.of("config_sync", Map.of("client_id", "x")), 0),
                        "all",
                        SiteGenerator.TENANT_DBID)) {
            MapDirectory directory = new MapDirectory();
            ConfigSync sync = new ConfigSync(
                    new SyncSettings(
                            new SyncRules(SiteGenerator.TENANT_DBID, null, 10),
                            cloud.organisationId(),
                            SiteName.of(null, "redis-a:6379"),
                            60_000,
                            3_600_000,
                            false,
                            4,
                            Path.of("target")),
                    directory,
                    new MapSyncStore(),
                    new Cloud(new CloudClient(cloud, "config-sync"), new OpenGate(), millis -> {}),
                    new AlwaysOwner(),
                    new SimpleMeterRegistry(),
                    System::currentTimeMillis);
            sync.run(engage.read());
            SyncStatus first = sync.status();
            assertThat(first.synced())
                    .containsEntry("users", 60L)
                    .containsEntry("queues", (long) site.queues().size() - 1)
                    .containsEntry("members", (long) site.members());
            assertThat(directory.ready()).isTrue();
            assertThat(directory.agents()).hasSize(60).allMatch(agent -> agent.userId() != null);
            assertThat(directory.find(MappingType.PRESENCE, "On Queue")).isPresent();
            sync.run(engage.read());
            assertThat(sync.status().requests()).isZero();
            try (Connection emptied = engage.connect()) {
                EngageRows.empty(emptied);
            }
            sync.run(engage.read());
            assertThat(sync.status().result()).isEqualTo("stopped");
            assertThat(sync.status().requests()).isZero();
            engage.execute("DELETE FROM cfg_tenant");
            assertThatThrownBy(engage::read).hasStackTraceContaining("no enabled tenant with DBID 101");
            assertThat(directory.agents()).hasSize(60);
        }
    }
}

package org.engageconnector.app.configsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.engageconnector.processors.configsync.ConfigSync;
import org.engageconnector.processors.configsync.SyncSettings;
import org.engageconnector.processors.configsync.cloud.Cloud;
import org.engageconnector.processors.configsync.plan.SyncRules;
import org.engageconnector.processors.configsync.site.SiteName;
import org.engageconnector.processors.configsync.snapshot.ConfigSnapshot;
import org.engageconnector.processors.configsync.snapshot.Dialect;
import org.engageconnector.processors.configsync.snapshot.QueryFiles;
import org.engageconnector.processors.configsync.snapshot.Scope;
import org.junit.jupiter.api.Test;

/** The routes with a Config DB that nobody can reach. */
class ConfigDatabaseAwayIT {

    @Test
    void theRunFailsWithWhatToDoAndNothingIsSent() throws Exception {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:postgresql://127.0.0.1:9/nothing");
        config.setConnectionTimeout(300);
        config.setInitializationFailTimeout(-1);
        Cloud cloud = new Cloud(new ScriptedOrganisation(), new OpenGate(), millis -> {});
        ConfigSync sync = new ConfigSync(
                new SyncSettings(
                        new SyncRules(EngageModel.TENANT, null, 10),
                        ScriptedOrganisation.ID,
                        SiteName.of(null, "redis-a:6379"),
                        60_000,
                        3_600_000,
                        false,
                        1,
                        Path.of("target")),
                new MapDirectory(),
                new MapSyncStore(),
                cloud,
                new AlwaysOwner(),
                new SimpleMeterRegistry(),
                System::currentTimeMillis);
        try (HikariDataSource pool = new HikariDataSource(config);
                CamelContext camel = new DefaultCamelContext()) {
            camel.getRegistry()
                    .bind(
                            "configSnapshot",
                            new ConfigSnapshot(
                                    pool,
                                    Dialect.POSTGRESQL,
                                    new QueryFiles(Path.of("../config/sql"), Dialect.POSTGRESQL, ""),
                                    Scope.parse("all"),
                                    EngageModel.TENANT,
                                    "DispositionCode"));
            camel.getRegistry().bind("configDifference", sync);
            camel.getPropertiesComponent().addInitialProperty("ex.genesys-cloud.api-url", "http://127.0.0.1:9");
            for (String file : new String[] {"config-snapshot", "config-sync"}) {
                PluginHelper.getRoutesLoader(camel)
                        .loadRoutes(PluginHelper.getResourceLoader(camel)
                                .resolveResource("file:../routes/" + file + ".camel.yaml"));
            }
            camel.start();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> sync.status().result().equals("failed"));
        }
        assertThat(sync.problem().orElseThrow()).contains("ex.config-db.url");
        assertThat(sync.status().requestsInAll()).isZero();
    }
}

package org.engageconnector.app.configsync;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.engageconnector.processors.configsync.snapshot.ConfigSnapshot;
import org.engageconnector.processors.configsync.snapshot.Dialect;
import org.engageconnector.processors.configsync.snapshot.QueryFiles;
import org.engageconnector.processors.configsync.snapshot.Scope;
import org.engageconnector.processors.configsync.snapshot.Snapshot;
import org.engageconnector.simulators.site.ConfigDatabase;

/** A Config DB, read as the product reads it: through the route {@code config-snapshot} and the query files. */
final class EngageTables implements AutoCloseable {

    private final ConfigDatabase database;
    private final HikariDataSource pool;
    private final CamelContext camel;

    EngageTables(ConfigDatabase database, String scope, long tenant) throws Exception {
        this(database, pool(database), scope, tenant);
    }

    /** Over a database that somebody else closes. */
    EngageTables(HikariDataSource pool, String scope, long tenant) throws Exception {
        this(null, pool, scope, tenant);
    }

    private EngageTables(ConfigDatabase database, HikariDataSource pool, String scope, long tenant) throws Exception {
        this.database = database;
        this.pool = pool;
        camel = new DefaultCamelContext();
        camel.getRegistry()
                .bind(
                        "configSnapshot",
                        new ConfigSnapshot(
                                pool,
                                Dialect.POSTGRESQL,
                                new QueryFiles(Path.of("../config/sql"), Dialect.POSTGRESQL, ""),
                                Scope.parse(scope),
                                tenant,
                                "DispositionCode"));
        Resource file =
                PluginHelper.getResourceLoader(camel).resolveResource("file:../routes/config-snapshot.camel.yaml");
        PluginHelper.getRoutesLoader(camel).loadRoutes(file);
        camel.start();
    }

    private static HikariDataSource pool(ConfigDatabase database) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.url());
        config.setUsername(database.username());
        config.setPassword(database.password());
        config.setMaximumPoolSize(2);
        return new HikariDataSource(config);
    }

    Snapshot read() {
        return camel.createProducerTemplate().requestBody("direct:config-snapshot", null, Snapshot.class);
    }

    Connection connect() throws SQLException {
        return database.connect();
    }

    void execute(String... statements) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        camel.stop();
        pool.close();
        if (database != null) {
            database.close();
        }
    }
}

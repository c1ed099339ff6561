package org.engageconnector.app.role;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.engageconnector.app.settings.RoleSettings;
import org.engageconnector.app.tls.ConfigDbTls;
import org.engageconnector.processors.configsync.snapshot.ConfigSnapshot;
import org.engageconnector.processors.configsync.snapshot.Dialect;
import org.engageconnector.processors.configsync.snapshot.QueryFiles;
import org.engageconnector.processors.configsync.snapshot.Scope;

/** The connections to the Config DB, and the bean that reads snapshots through them. */
final class ConfigDatabasePool {

    private static final long CONNECT_MILLIS = 10_000;

    private ConfigDatabasePool() {}

    /** Binds {@code configDb} and {@code configSnapshot}; the database may be away. */
    static void bind(RoleContext context) {
        RoleSettings settings = context.settings();
        HikariConfig config = new HikariConfig();
        config.setPoolName("config-db");
        config.setJdbcUrl(settings.text("ex.config-db.url"));
        settings.find("ex.config-db.username").ifPresent(config::setUsername);
        settings.find("ex.config-db.password").ifPresent(config::setPassword);
        ConfigDbTls.properties(settings).forEach(config::addDataSourceProperty);
        config.setMetricRegistry(context.meters());
        config.setMaximumPoolSize(2);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(CONNECT_MILLIS);
        // The role starts with the database away and goes on when it is back.
        config.setInitializationFailTimeout(-1);
        HikariDataSource pool = context.bindAndClose("configDb", new HikariDataSource(config));
        Dialect dialect = Dialect.parse(settings.text("ex.config-db.dialect"));
        context.bind(
                "configSnapshot",
                new ConfigSnapshot(
                        pool,
                        dialect,
                        new QueryFiles(
                                context.config().folder("sql").folder(dialect.word())::file,
                                settings.find("ex.config-db.schema").orElse("")),
                        Scope.parse(settings.text("ex.config-sync.scope")),
                        settings.number("ex.tenant-id"),
                        settings.text("ex.config-sync.wrap-up-attribute")));
    }
}

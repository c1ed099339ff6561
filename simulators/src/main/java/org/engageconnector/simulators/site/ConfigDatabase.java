package org.engageconnector.simulators.site;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;

/**
 * A real PostgreSQL on a loopback port, holding the Configuration Database of a {@link Site}.
 *
 * <p>It needs nothing installed and runs as root and as an ordinary user. Anyone may change the content over JDBC while the
 * connector runs. Thread-safe; one process until closed.
 */
public final class ConfigDatabase implements AutoCloseable {

    private static final String USER = "postgres";
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final EmbeddedPostgres postgres;

    private ConfigDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /**
     * Starts PostgreSQL, makes the tables and fills them.
     *
     * @param hybridIntegration annex of the transaction {@code hybrid_integration}: section, key, value
     * @param port 0 for any free port
     * @throws IllegalStateException when PostgreSQL does not start within 60 s or refuses the content
     */
    public static ConfigDatabase start(Site site, Map<String, Map<String, String>> hybridIntegration, int port) {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setPGStartupWait(START_LIMIT)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("fsync", "off");
        if (port != 0) {
            builder.setPort(port);
        }
        try {
            ConfigDatabase database = new ConfigDatabase(builder.start());
            try {
                database.fill(site, hybridIntegration);
                return database;
            } catch (SQLException e) {
                database.close();
                throw e;
            }
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("The simulated Config DB did not start: " + e.getMessage(), e);
        }
    }

    /** The tables, as the connector's documentation has them. */
    static String schema() {
        try (var in = ConfigDatabase.class.getResourceAsStream("config-db.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
    }

    public String username() {
        return USER;
    }

    /** PostgreSQL trusts loopback here; drivers only want something to send. */
    public String password() {
        return USER;
    }

    /** A connection of one's own, to be closed by the caller. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url() + "?reWriteBatchedInserts=true", username(), password());
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The simulated Config DB did not stop", e);
        }
    }

    private void fill(Site site, Map<String, Map<String, String>> hybridIntegration) throws SQLException {
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute(schema());
            }
            new ConfigContent(connection, site).write(hybridIntegration);
            connection.commit();
        }
    }
}

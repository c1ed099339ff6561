package org.engageconnector.app.configsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;
import org.engageconnector.app.settings.RoleSettings;
import org.engageconnector.app.settings.SettingsReader;
import org.engageconnector.app.tls.ConfigDbTls;
import org.engageconnector.app.validate.OwnAuthority;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Config DB over TLS, with its certificate verified: all of it is set in the URL, as docs/config-sync.md says. */
class ConfigDatabaseTlsIT {

    @Test
    void theCertificateAndTheHostAreVerified(@TempDir Path folder) throws Exception {
        OwnAuthority authority = new OwnAuthority(folder.resolve("authority")).sign("server");
        Path other = new OwnAuthority(folder.resolve("other")).caFile();
        Path trusted = authority.caFile();
        Path key = authority.keyFile("server");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("ssl", "on")
                .setServerConfig(
                        "ssl_cert_file", authority.certificateFile("server").toString())
                .setServerConfig("ssl_key_file", key.toString())
                .start()) {
            String url = "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres?sslmode=verify-full";
            try (HikariDataSource pool = pool(url + "&sslrootcert=" + trusted);
                    Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet row =
                            statement.executeQuery("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getBoolean(1)).isTrue();
            }
            try (HikariDataSource pool = pool(url + "&sslrootcert=" + other)) {
                assertThatThrownBy(pool::getConnection).hasStackTraceContaining("PKIX");
            }
            try (HikariDataSource pool = withCaFile(url, trusted);
                    Connection connection = pool.getConnection()) {
                assertThat(connection.isValid(5)).isTrue();
            }
            try (HikariDataSource pool = withCaFile(url, other)) {
                assertThatThrownBy(pool::getConnection).hasStackTraceContaining("PKIX");
            }
        }
    }

    /** The role's own wiring: what {@code ex.tls.ca-file} tells PostgreSQL's driver. */
    private static HikariDataSource withCaFile(String url, Path file) {
        Map<String, String> environment =
                Map.of("TENANT_ID", "101", "EX_CONFIG_DB_URL", url, "EX_TLS_CA_FILE", file.toString());
        RoleSettings settings = new SettingsReader(Path.of("none"), environment, "tls-test").readForCommand();
        HikariConfig config = config(url);
        ConfigDbTls.properties(settings).forEach(config::addDataSourceProperty);
        return new HikariDataSource(config);
    }

    private static HikariDataSource pool(String url) {
        return new HikariDataSource(config(url));
    }

    private static HikariConfig config(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername("postgres");
        config.setConnectionTimeout(3_000);
        config.setInitializationFailTimeout(-1);
        return config;
    }
}

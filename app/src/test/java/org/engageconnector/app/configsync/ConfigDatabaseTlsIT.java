package org.engageconnector.app.configsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.Key;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.engageconnector.app.settings.RoleSettings;
import org.engageconnector.app.settings.SettingsReader;
import org.engageconnector.app.tls.ConfigDbTls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Config DB over TLS, with its certificate verified: all of it is set in the URL, as docs/config-sync.md says. */
class ConfigDatabaseTlsIT {

    @Test
    void theCertificateAndTheHostAreVerified(@TempDir Path folder) throws Exception {
        Path certificate = folder.resolve("server.crt");
        Path key = folder.resolve("server.key");
        certificate(folder, certificate, key);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("ssl", "on")
                .setServerConfig("ssl_cert_file", certificate.toString())
                .setServerConfig("ssl_key_file", key.toString())
                .start()) {
            String url = "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres?sslmode=verify-full";
            try (HikariDataSource pool = pool(url + "&sslrootcert=" + certificate);
                    Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet row =
                            statement.executeQuery("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getBoolean(1)).isTrue();
            }
            Path other = Files.createDirectory(folder.resolve("other"));
            certificate(other, other.resolve("server.crt"), other.resolve("server.key"));
            try (HikariDataSource pool = pool(url + "&sslrootcert=" + other.resolve("server.crt"))) {
                assertThatThrownBy(pool::getConnection).hasStackTraceContaining("PKIX");
            }
            try (HikariDataSource pool = withCaFile(url, certificate);
                    Connection connection = pool.getConnection()) {
                assertThat(connection.isValid(5)).isTrue();
            }
            try (HikariDataSource pool = withCaFile(url, other.resolve("server.crt"))) {
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

    /** A self-signed certificate for 127.0.0.1, made by the JDK's own tool. */
    private static void certificate(Path folder, Path certificate, Path key) throws Exception {
        Path store = folder.resolve("server.p12");
        Process tool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "RSA",
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "SAN=ip:127.0.0.1",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        "changeit")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        assertThat(tool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, "changeit".toCharArray());
        }
        Key secret = keys.getKey("server", "changeit".toCharArray());
        pem(key, "PRIVATE KEY", secret.getEncoded());
        pem(certificate, "CERTIFICATE", keys.getCertificate("server").getEncoded());
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    }

    private static void pem(Path file, String kind, byte[] content) throws IOException {
        String text = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(content);
        Files.writeString(file, "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
    }
}

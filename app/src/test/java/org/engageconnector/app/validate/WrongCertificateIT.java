package org.engageconnector.app.validate;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.engageconnector.app.failure.ExitCode;
import org.engageconnector.app.settings.Home;
import org.engageconnector.app.settings.Role;
import org.engageconnector.app.settings.SettingsReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A certificate that Java does not trust is called that, by a real TLS server. */
class WrongCertificateIT {

    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    Path folder;

    @Test
    void a_certificate_that_nobody_trusts_is_not_called_a_problem_of_names() throws Exception {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.setHttpsConfigurator(new HttpsConfigurator(certificate()));
        server.start();
        try {
            String url = "https://127.0.0.1:" + server.getAddress().getPort();
            Map<String, String> environment = Map.of(
                    "TENANT_ID", "101",
                    "EX_GENESYS_CLOUD_API_URL", url,
                    "EX_GENESYS_CLOUD_LOGIN_URL", url,
                    "EX_GENESYS_CLOUD_CLIENT_ID", "client",
                    "EX_GENESYS_CLOUD_CLIENT_SECRET", "secret",
                    "EX_SIP_SERVERS", "SIP_A=127.0.0.1:1",
                    "EX_REDIS_URL", "redis://127.0.0.1:1");
            Home home = new Home(Path.of("..").toAbsolutePath().normalize(), environment);
            List<Finding> findings = new GenesysCloudCheck(
                            home,
                            new SettingsReader(folder, environment, "certificate").read(Role.CONVERSATION_PROVIDER))
                    .run();

            assertThat(findings).singleElement().satisfies(finding -> {
                assertThat(finding.exitCode()).isEqualTo(ExitCode.REFUSED);
                assertThat(finding.problem().what()).contains("certificate", "not trusted");
                assertThat(finding.problem().next()).contains("ex.tls.ca-file").doesNotContain("DNS");
            });
        } finally {
            server.stop(0);
        }
    }

    private SSLContext certificate() throws Exception {
        Path store = folder.resolve("server.p12");
        Process keytool = new ProcessBuilder(
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
                        "SAN=IP:127.0.0.1",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        "changeit")
                .redirectErrorStream(true)
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}

package org.engageconnector.app.validate;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.engageconnector.app.failure.ExitCode;
import org.engageconnector.app.settings.Home;
import org.engageconnector.app.settings.Role;
import org.engageconnector.app.settings.SettingsReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A certificate that Java does not trust is called that, by a real TLS server. */
class WrongCertificateIT {

    @TempDir
    Path folder;

    @Test
    void a_certificate_that_nobody_trusts_is_not_called_a_problem_of_names() throws Exception {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.setHttpsConfigurator(new HttpsConfigurator(
                new OwnAuthority(folder.resolve("authority")).sign("server").context("server")));
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
}

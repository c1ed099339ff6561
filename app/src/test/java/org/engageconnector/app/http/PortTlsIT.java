package org.engageconnector.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.engageconnector.app.role.RoleGroup;
import org.engageconnector.app.settings.Home;
import org.engageconnector.app.settings.Role;
import org.engageconnector.app.settings.SettingsReader;
import org.engageconnector.app.validate.OwnAuthority;
import org.engageconnector.simulators.FreePort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A role's port with a certificate, and with another while it runs. */
class PortTlsIT {

    @TempDir
    Path folder;

    private OwnAuthority authority;
    private Path certificate;
    private Path key;
    private int port;

    @Test
    void the_port_speaks_tls_and_takes_up_a_new_certificate_but_no_broken_one() throws Exception {
        authority = new OwnAuthority(folder.resolve("authority")).sign("first").sign("second");
        certificate = folder.resolve("tls.crt");
        key = folder.resolve("tls.key");
        lay("first");
        port = FreePort.find();
        Map<String, String> environment = Map.of(
                "TENANT_ID",
                "101",
                "EX_GENESYS_CLOUD_REGION",
                "example.com",
                "EX_SIP_SERVERS",
                "SIP_A=127.0.0.1:1",
                "EX_REDIS_URL",
                "redis://127.0.0.1:1",
                "EX_HTTP_TLS_CERTIFICATE_FILE",
                certificate.toString(),
                "EX_HTTP_TLS_KEY_FILE",
                key.toString(),
                "EX_MANAGEMENT_PORT",
                Integer.toString(FreePort.find()),
                "EX_CONVERSATION_PROVIDER_HTTP_PORT",
                Integer.toString(port));
        Path none = Files.createDirectory(folder.resolve("none"));
        Home home = new Home(Path.of("..").toAbsolutePath().normalize(), environment);
        try (RoleGroup role = new RoleGroup(
                home, List.of(new SettingsReader(none, environment, "tls-test").read(Role.CONVERSATION_PROVIDER)))) {
            role.start();
            BigInteger first = serial();
            assertThat(get("/observe/health/live").statusCode()).isEqualTo(200);
            assertThat(get("/metrics").body()).containsPattern("ex_http_certificate_expires_seconds\\{[^}]*} [1-9]");

            Files.writeString(key, "no key\n");
            lay("second");
            await().atMost(Duration.ofSeconds(60)).until(() -> !serial().equals(first));
            BigInteger second = serial();

            Files.copy(authority.keyFile("first"), key, StandardCopyOption.REPLACE_EXISTING);
            Files.setLastModifiedTime(key, java.nio.file.attribute.FileTime.fromMillis(0));
            await().during(Duration.ofSeconds(8)).atMost(Duration.ofSeconds(60)).until(() -> serial().equals(second));
        }
    }

    private void lay(String name) throws IOException {
        Files.copy(authority.certificateFile(name), certificate, StandardCopyOption.REPLACE_EXISTING);
        Files.copy(authority.keyFile(name), key, StandardCopyOption.REPLACE_EXISTING);
    }

    private BigInteger serial() throws Exception {
        return ((X509Certificate) get("/observe/health/live")
                        .sslSession()
                        .orElseThrow(() -> new SSLPeerUnverifiedException("no TLS"))
                        .getPeerCertificates()[0])
                .getSerialNumber();
    }

    /** Every request on a connection of its own: an open one goes on with the certificate that it was made with. */
    private HttpResponse<String> get(String path) throws Exception {
        HttpClient client =
                HttpClient.newBuilder().sslContext(authority.context("first")).build();
        return client.send(
                HttpRequest.newBuilder(URI.create("https://localhost:" + port + path))
                        .timeout(Duration.ofSeconds(20))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}

package org.engageconnector.component.tserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.engageconnector.platformsdk.AddpSettings;
import org.engageconnector.platformsdk.PlatformSdk;
import org.engageconnector.platformsdk.StandIn;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** TLS by Camel's SSLContextParameters, with certificates that the JDK's keytool makes. */
class TServerTlsIT {

    private static final String PASSWORD = "changeit";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"tkv", "platform-sdk"})
    void aServerWhoseCertificateNamesItsHostIsAccepted(String transport) throws Exception {
        try (FakeTServer server = new FakeTServer(server(certificate("localhost")));
                Listening listening = listen(server, transport, "")) {
            listening.await("ResyncEnd");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tkv", "platform-sdk"})
    void aServerWithAnotherNameIsRefused(String transport) throws Exception {
        try (FakeTServer server = new FakeTServer(server(certificate("elsewhere.example")));
                Listening listening = listen(server, transport, "")) {
            await().atMost(Duration.ofSeconds(20)).until(() -> server.server.accepted() >= 2);
            assertThat(listening.taken).isEmpty();
            assertThat(server.server.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tkv", "platform-sdk"})
    void theHostNameCheckCanBeSwitchedOff(String transport) throws Exception {
        try (FakeTServer server = new FakeTServer(server(certificate("elsewhere.example")));
                Listening listening = listen(server, transport, "&hostnameVerification=false")) {
            listening.await("ResyncEnd");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tkv", "platform-sdk"})
    void aServerThatSpeaksNoTlsIsRefused(String transport) throws Exception {
        certificate("localhost");
        try (FakeTServer server = new FakeTServer();
                Listening listening = listen(server, transport, "&connectTimeout=500")) {
            await().atMost(Duration.ofSeconds(20)).until(() -> server.server.accepted() >= 2);
            assertThat(listening.taken).isEmpty();
        }
    }

    private Listening listen(FakeTServer server, String transport, String more) throws Exception {
        KeyStoreParameters store = new KeyStoreParameters();
        store.setResource("file:" + folder.resolve("server.p12"));
        store.setPassword(PASSWORD);
        store.setType("PKCS12");
        TrustManagersParameters trust = new TrustManagersParameters();
        trust.setKeyStore(store);
        SSLContextParameters tls = new SSLContextParameters();
        tls.setTrustManagers(trust);
        Listening listening = new Listening();
        listening.context.getRegistry().bind("tls", tls);
        listening
                .context
                .getRegistry()
                .bind("sdk", PlatformSdk.load(StandIn.asItIs().folder(), AddpSettings.DEFAULT));
        return listening.start(
                "family=call&sslContextParameters=#tls&transport=" + transport + "&primary=" + server.address() + more);
    }

    private Path certificate(String host) throws Exception {
        Path store = folder.resolve("server.p12");
        Process keytool = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + host,
                        "-ext",
                        "SAN=dns:" + host,
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        store.toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        assertThat(keytool.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(keytool.exitValue()).isZero();
        return store;
    }

    private static SslContext server(Path store) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD.toCharArray());
        return SslContextBuilder.forServer(factory).build();
    }
}

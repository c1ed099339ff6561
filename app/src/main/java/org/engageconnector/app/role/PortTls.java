package org.engageconnector.app.role;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpServer;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.SSLOptions;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.X509KeyManager;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.engageconnector.app.failure.CommandFailure;
import org.engageconnector.app.tls.PortCertificate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives a role's port its certificate, and another when the files change: connections that are open go on with the old one. Files
 * that cannot be used change nothing and are logged once. Called by one thread.
 */
final class PortTls {

    private static final Logger LOG = LoggerFactory.getLogger(PortTls.class);

    private final PortCertificate certificate;
    private final int port;
    private String state;

    private PortTls(PortCertificate certificate, int port) {
        this.certificate = certificate;
        this.port = port;
        this.state = certificate.state();
    }

    /** To be called before the context starts; the server takes what is bound here. */
    static PortTls of(PortCertificate certificate, int port, CamelContext camel, MeterRegistry meters) {
        PortTls tls = new PortTls(certificate, port);
        camel.setSSLContextParameters(certificate.parameters());
        Gauge.builder("ex.http.certificate.expires", certificate, PortTls::secondsLeft)
                .description("Seconds until the certificate of our port expires")
                .baseUnit("seconds")
                .register(meters);
        if (certificate.expires().isBefore(Instant.now())) {
            LOG.warn(
                    "the certificate of port {} expired at {}; {}",
                    port,
                    certificate.expires(),
                    PortCertificate.CERTIFICATE);
        }
        return tls;
    }

    private static double secondsLeft(PortCertificate certificate) {
        return Duration.between(Instant.now(), certificate.expires()).toSeconds();
    }

    /** Takes up changed files. */
    void look(CamelContext camel) {
        String now = certificate.state();
        if (now.equals(state)) {
            return;
        }
        state = now;
        try {
            KeyCertOptions keys =
                    KeyCertOptions.wrap((X509KeyManager) certificate.keys().getKeyManagers()[0]);
            server(camel)
                    .updateSSLOptions(new SSLOptions().setKeyCertOptions(keys), true)
                    .onSuccess(done ->
                            LOG.info("port {} has a new certificate, which expires at {}", port, certificate.expires()))
                    .onFailure(error -> LOG.error("port {} keeps its old certificate: {}", port, error.getMessage()));
        } catch (CommandFailure e) {
            LOG.error(
                    "port {} keeps its old certificate: {}",
                    port,
                    e.problems().get(0).what());
        }
    }

    private HttpServer server(CamelContext camel) {
        return camel.getCamelContextExtension().getServices().stream()
                .filter(VertxPlatformHttpServer.class::isInstance)
                .map(VertxPlatformHttpServer.class::cast)
                .filter(server -> server.getConfigurationPort() == port)
                .map(VertxPlatformHttpServer::getServer)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no server on port " + port));
    }
}

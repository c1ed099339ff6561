package org.engageconnector.app.validate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.engageconnector.app.failure.ExitCode;
import org.engageconnector.app.genesyscloud.CloudNetwork;
import org.engageconnector.app.genesyscloud.DeliveryParts;
import org.engageconnector.app.redis.RedisFor;
import org.engageconnector.app.settings.ClientCredentials;
import org.engageconnector.app.settings.Home;
import org.engageconnector.app.settings.RoleSettings;
import org.engageconnector.background.RootCause;
import org.engageconnector.component.directory.RedisDirectory;
import org.engageconnector.component.redis.RedisConnection;
import org.engageconnector.journal.DeliveryStoppedException;
import org.engageconnector.processors.configsync.cloud.Answer;
import org.engageconnector.processors.configsync.cloud.CloudException;
import org.engageconnector.processors.configsync.cloud.RouteApi;
import org.engageconnector.processors.delivery.GenesysCloudHttp.OAuthClient;

/** Logs in to Genesys Cloud as a role, looks whose organisation that is, how far the clocks are apart, and what is permitted. */
final class GenesysCloudCheck {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private static final Duration MOST_SKEW = Duration.ofSeconds(5);

    private final ObjectMapper json = new ObjectMapper();

    private final Home home;

    private final RoleSettings settings;

    private final String check;

    private final List<Finding> findings = new ArrayList<>();

    GenesysCloudCheck(Home home, RoleSettings settings) {
        this.home = home;
        this.settings = settings;
        this.check = "genesys cloud as " + settings.role().id();
    }

    List<Finding> run() {
        List<ClientCredentials> clients =
                settings.clients().isEmpty() ? client().map(List::of).orElse(List.of()) : settings.clients();
        if (clients.isEmpty()) {
            return List.of(
                    Finding.bad(
                            check,
                            ExitCode.USAGE,
                            "no OAuth client is known",
                            "set nowhere: not in files or environment, and hybrid_integration in Redis has none",
                            "set ex.genesys-cloud.client-id and .client-secret, or put them into hybrid_integration and run config-sync"));
        }
        for (ClientCredentials client : clients) {
            try (Camel camel = new Camel(client)) {
                ask(new RouteApi(camel.context.createProducerTemplate(), "direct:genesys-cloud-check"));
            } catch (Exception e) {
                findings.add(failed(e));
            }
        }
        return findings;
    }

    private void ask(RouteApi api) {
        Answer me = api.request("GET", "/api/v2/organizations/me", null);
        if (!me.ok()) {
            findings.add(Finding.bad(
                    check,
                    ExitCode.REFUSED,
                    "organizations/me was answered " + me.status() + " " + me.code(),
                    where("ex.genesys-cloud.api-url"),
                    "check that region and client belong together"));
            return;
        }
        String found = me.body().path("id").asText();
        Optional<String> wanted = settings.find("ex.org-id");
        findings.add(
                wanted.isPresent() && !wanted.get().equals(found)
                        ? Finding.bad(
                                check,
                                ExitCode.REFUSED,
                                "the OAuth client belongs to organisation " + found + ", ex.org-id is " + wanted.get(),
                                where("ex.org-id"),
                                "correct ex.org-id, the region or the client")
                        : Finding.ok(check, "logged in, organisation " + found));
        clock(me);
        for (PermissionProbe probe : PermissionProbe.of(settings.role())) {
            Answer answer = api.request(probe.method(), probe.path(), body(probe));
            if (answer.status() == 403) {
                findings.add(Finding.bad(
                        check,
                        ExitCode.REFUSED,
                        "the permission " + probe.permission() + " is missing (" + probe.method() + " " + probe.path()
                                + ": " + answer.code() + ")",
                        "the OAuth client's role in Genesys Cloud",
                        "add the permission to the role, and wait some minutes until Genesys Cloud knows it"));
            }
        }
        if (findings.stream().allMatch(finding -> finding.exitCode() == ExitCode.DONE)) {
            findings.add(Finding.ok(check, "no permission is missing"));
        }
    }

    private JsonNode body(PermissionProbe probe) {
        return probe.method().equals("POST") ? json.createObjectNode() : null;
    }

    private void clock(Answer answer) {
        answer.headers().forEach((name, value) -> {
            if (name.equalsIgnoreCase("Date")) {
                try {
                    Instant theirs = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant();
                    Duration skew = Duration.between(theirs, Instant.now()).abs();
                    if (skew.compareTo(MOST_SKEW) > 0) {
                        findings.add(Finding.warn(
                                check, "this machine's clock is " + skew.toSeconds() + " s off; synchronise it (NTP)"));
                    }
                } catch (DateTimeParseException e) {
                    findings.add(Finding.warn(check, "the clock cannot be compared: no usable Date header"));
                }
            }
        });
    }

    private Optional<ClientCredentials> client() {
        Optional<ClientCredentials> set = settings.client(Map.of());
        if (set.isPresent()) {
            return set;
        }
        try (RedisConnection redis = RedisFor.command(settings)) {
            return settings.client(
                    new RedisDirectory(redis, settings.find("ex.secret-key").orElse(null)).transaction());
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private Finding failed(Exception error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof DeliveryStoppedException || cause instanceof CloudException) {
                return Finding.bad(
                        check,
                        ExitCode.REFUSED,
                        cause.getMessage(),
                        where("ex.genesys-cloud.login-url"),
                        "correct the client or the region");
            }
        }
        if (certificate(error)) {
            return Finding.bad(
                    check,
                    ExitCode.REFUSED,
                    "the certificate of Genesys Cloud's address is not trusted: "
                            + RootCause.of(error).getMessage(),
                    where("ex.genesys-cloud.api-url"),
                    "check the region; put the authority that signed the certificate (a proxy between may show one of its own) into"
                            + " ex.tls.ca-file, and our own certificate, if the server wants one, into ex.tls.key-store"
                            + " (docs/security.md)");
        }
        String reason = error instanceof UncheckedIOException ? error.getCause().getMessage() : error.toString();
        return Finding.bad(
                check,
                ExitCode.UNREACHABLE,
                "Genesys Cloud cannot be reached: " + reason,
                where("ex.genesys-cloud.api-url"),
                "check the region, DNS, the firewall and the proxy (ex.http-proxy.host)");
    }

    private static boolean certificate(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return true;
            }
        }
        return false;
    }

    private String where(String setting) {
        return setting + ", " + settings.value(setting).origin();
    }

    /** A context with the two routes that the check needs. */
    private final class Camel implements AutoCloseable {

        private final DefaultCamelContext context = new DefaultCamelContext();

        private final DeliveryParts parts;

        Camel(ClientCredentials client) throws Exception {
            settings.properties().forEach(context.getPropertiesComponent()::addOverrideProperty);
            parts = new DeliveryParts(
                    context,
                    settings.text("ex.genesys-cloud.api-url"),
                    settings.text("ex.genesys-cloud.login-url"),
                    1,
                    Map.of(),
                    LIMIT,
                    List.of(() -> new OAuthClient(client.id(), client.secret())));
            CloudNetwork.apply(context, settings);
            for (String name : List.of("genesys-cloud-token", "genesys-cloud-check")) {
                Path file = home.routes().file(name + ".camel.yaml");
                PluginHelper.getRoutesLoader(context)
                        .loadRoutes(PluginHelper.getResourceLoader(context).resolveResource("file:" + file));
            }
            context.start();
        }

        @Override
        public void close() {
            context.stop();
            parts.close();
        }
    }
}

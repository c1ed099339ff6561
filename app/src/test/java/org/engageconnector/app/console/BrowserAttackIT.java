package org.engageconnector.app.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.engageconnector.app.role.RoleGroup;
import org.engageconnector.app.settings.Home;
import org.engageconnector.app.settings.Role;
import org.engageconnector.app.settings.SettingsReader;
import org.engageconnector.simulators.FreePort;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A page of somebody else in an administrator's real browser, against a role without a token and its management port: reads, posts,
 * images, forms and name servers that point to this machine. Every answer must be 403.
 */
@ExtendWith(NeedsBrowser.class)
class BrowserAttackIT {

    private static final int REFUSED = 403;
    private static final String MBEAN =
            "org.apache.camel:context=conversation-provider,name=%22metrics-short%22,type=routes";

    @TempDir
    static Path directory;

    private static HttpServer evil;
    private static RoleGroup role;
    private static Chromium browser;
    private static String our;
    private static int port;
    private static int management;

    @BeforeAll
    static void start() throws Exception {
        port = FreePort.find();
        management = FreePort.find();
        our = "http://127.0.0.1:" + port;
        Map<String, String> environment = Map.ofEntries(
                Map.entry("TENANT_ID", "101"),
                Map.entry("EX_GENESYS_CLOUD_REGION", "example.com"),
                Map.entry("EX_SIP_SERVERS", "SIP_A=127.0.0.1:1"),
                Map.entry("EX_REDIS_URL", "redis://127.0.0.1:1"),
                Map.entry("EX_MANAGEMENT_PORT", Integer.toString(management)),
                Map.entry("EX_CONVERSATION_PROVIDER_HTTP_PORT", Integer.toString(port)));
        Home home = new Home(Path.of("..").toAbsolutePath().normalize(), environment);
        role = new RoleGroup(
                home,
                List.of(new SettingsReader(directory.resolve("none"), environment, "attacked")
                        .read(Role.CONVERSATION_PROVIDER)));
        role.start();
        evil = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        evil.createContext("/", exchange -> {
            byte[] page = "<!doctype html><title>evil</title><body>evil".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        evil.start();
        browser = new Chromium(Files.createDirectory(directory.resolve("profile")));
    }

    @AfterAll
    static void stop() throws Exception {
        browser.close();
        evil.stop(0);
        role.close();
    }

    @BeforeEach
    void visit() {
        browser.open("http://evil.example:" + evil.getAddress().getPort() + "/");
        browser.until("document.title === 'evil' && location.hostname === 'evil.example'");
    }

    @Test
    void its_requests_are_refused_whatever_their_kind() {
        String jolokia = "http://127.0.0.1:" + management + "/observe/jolokia/exec/" + MBEAN + "/stop()";
        String body = "fetch('%s', {method: '%s', mode: 'no-cors'}).then(() => 0, () => 0)";
        browser.evaluate(body.formatted(our + "/api/v1/status", "GET"));
        browser.evaluate(body.formatted(our + "/api/v1/tenant/sync", "POST"));
        browser.evaluate(body.formatted(our + "/api/v1/dead-letters/replay", "POST"));
        browser.evaluate("new Promise(done => { const i = new Image(); i.onload = i.onerror = done; i.src = "
                + Chromium.quoted(jolokia) + "; }).then(() => 0)");
        expect("GET " + our + "/api/v1/status");
        expect("POST " + our + "/api/v1/tenant/sync");
        expect("POST " + our + "/api/v1/dead-letters/replay");
        expect("GET " + jolokia);

        browser.open(our + "/console/");
        browser.until("location.pathname === '/console/'");
        assertThat(browser.evaluate(
                                "fetch('/api/v1/status').then(a => a.json()).then(s => s.routes.find(r => r.id === 'metrics-short').status)")
                        .asText())
                .isEqualTo("Started");
    }

    @Test
    void its_forms_and_links_lead_to_nothing_but_the_console() {
        browser.evaluate("const f = document.createElement('form'); f.method = 'POST'; f.action = "
                + Chromium.quoted(our + "/api/v1/tenant/sync") + "; document.body.append(f); f.submit()");
        expect("POST " + our + "/api/v1/tenant/sync");
        visit();
        browser.evaluate("location.href = " + Chromium.quoted(our + "/api/v1/calls"));
        expect("GET " + our + "/api/v1/calls");
        visit();
        browser.evaluate("location.href = " + Chromium.quoted(our + "/console/"));
        browser.until("location.pathname === '/console/'");
        assertThat(browser.answers()).containsEntry("GET " + our + "/console/", 200);
    }

    @Test
    void its_frame_does_not_show_the_console() throws IOException {
        browser.evaluate("new Promise(done => { const i = document.createElement('iframe'); i.onload = done; i.src = "
                + Chromium.quoted(our + "/console/?framed") + "; document.body.append(i); }).then(() => 0)");
        expect("GET " + our + "/console/?framed");
    }

    @Test
    void a_name_that_was_made_to_point_here_reads_nothing() {
        String rebound = "http://rebound.example:" + port;
        browser.open(rebound + "/api/v1/agents/states");
        expect("GET " + rebound + "/api/v1/agents/states");
        assertThat(browser.evaluate("fetch('/api/v1/status').then(a => a.status)")
                        .asInt())
                .isEqualTo(REFUSED);
        String jolokia = "http://rebound.example:" + management;
        browser.open(jolokia + "/observe/jolokia/version");
        expect("GET " + jolokia + "/observe/jolokia/version");
    }

    private static void expect(String request) {
        await().alias(request + " among " + browser.answers())
                .untilAsserted(() -> assertThat(browser.answers()).containsEntry(request, REFUSED));
    }
}

package org.engageconnector.app.console;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.engageconnector.app.settings.Role;
import org.engageconnector.simulators.engage.play.PlayOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A whole site with calls under way, and a real Chromium before it, which each test finds on the overview. */
@ExtendWith(NeedsBrowser.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class ConsolePages {

    private static final ObjectMapper JSON = new ObjectMapper();
    static final Duration SOON = Duration.ofSeconds(60);
    static final Path PICTURES = Path.of("target/console");
    static final List<String> PAGES =
            List.of("overview", "agents", "calls", "sync", "dead-letters", "routes", "runbook");

    @TempDir
    static Path directory;

    static ConsoleSite site;
    static Chromium browser;

    @BeforeAll
    static void start() throws Exception {
        site = new ConsoleSite(40, directory.resolve("home"));
        await().atMost(Duration.ofMinutes(2)).ignoreExceptions().until(site::ready);
        site.engage.play(PlayOptions.of(1, 5), 3_600);
        browser = new Chromium(Files.createDirectory(directory.resolve("profile")));
    }

    @AfterAll
    static void stop() throws Exception {
        browser.close();
        site.close();
    }

    /** Each test begins with the whole token, on the overview of the role that knows the least. */
    @BeforeEach
    void enter() {
        enter(ConsoleSite.TOKEN);
    }

    static void enter(String token) {
        browser.open(site.url(Role.CONFIG_SYNC) + "/console/");
        browser.until("location.pathname === '/console/' && document.readyState === 'complete'");
        browser.evaluate("sessionStorage.setItem('engage-connector-token', " + Chromium.quoted(token) + ")");
        browser.open(site.url(Role.CONFIG_SYNC) + "/console/#/overview");
        browser.send("Page.reload", Map.of());
        browser.untilText("Roles and instances");
        browser.agree();
        browser.errors();
    }

    static void page(String name) {
        browser.evaluate("location.hash = '#/" + name + "'");
    }

    static JsonNode get(String path) throws IOException {
        return JSON.readTree(
                site.get(Role.AGENT_STATE_SYNC, path, ConsoleSite.TOKEN).body());
    }
}

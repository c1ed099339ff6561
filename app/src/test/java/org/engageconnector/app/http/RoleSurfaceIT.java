package org.engageconnector.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.engageconnector.app.role.RoleGroup;
import org.engageconnector.app.settings.Home;
import org.engageconnector.app.settings.Role;
import org.engageconnector.app.settings.SettingsReader;
import org.engageconnector.simulators.FreePort;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What a role serves while everything it depends on is away. */
class RoleSurfaceIT {

    private static final String TOKEN = "planted-token-of-the-surface";

    private static final String READ_TOKEN = "planted-token-that-reads";

    private static final String REDIS_PASSWORD = "planted-password-of-redis";

    @TempDir
    static Path noSettings;

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private static RoleGroup role;

    private static int port;

    private static int management;

    @BeforeAll
    static void start() throws IOException {
        port = FreePort.find();
        management = FreePort.find();
        Map<String, String> environment = Map.ofEntries(
                Map.entry("TENANT_ID", "101"),
                Map.entry("EX_GENESYS_CLOUD_REGION", "example.com"),
                Map.entry("EX_SIP_SERVERS", "SIP_A=127.0.0.1:1"),
                Map.entry("EX_REDIS_URL", "redis://user:" + REDIS_PASSWORD + "@127.0.0.1:1"),
                Map.entry("EX_HTTP_TOKEN", TOKEN),
                Map.entry("EX_HTTP_READ_TOKEN", READ_TOKEN),
                Map.entry("EX_MANAGEMENT_PORT", Integer.toString(management)),
                Map.entry("EX_CONVERSATION_PROVIDER_HTTP_PORT", Integer.toString(port)));
        Home home = new Home(Path.of("..").toAbsolutePath().normalize(), environment);
        role = new RoleGroup(
                home,
                List.of(new SettingsReader(noSettings, environment, "surface-test").read(Role.CONVERSATION_PROVIDER)));
        role.start();
    }

    @AfterAll
    static void stop() {
        role.close();
    }

    @Test
    void it_lives_and_says_why_it_is_not_ready() throws Exception {
        assertThat(get("/observe/health/live").statusCode()).isEqualTo(200);
        HttpResponse<String> ready = get("/observe/health/ready");
        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(ready.body()).contains("\"status\":\"DOWN\"").contains("Redis");
    }

    @Test
    void metrics_are_open_on_both_paths() throws Exception {
        assertThat(get("/metrics").body()).contains("jvm_memory_used_bytes").contains("camel_");
        assertThat(get("/observe/metrics").statusCode()).isEqualTo(200);
    }

    @Test
    void status_wants_the_bearer_token() throws Exception {
        assertThat(get("/api/v1/status").statusCode()).isEqualTo(401);
        assertThat(get("/api/v1/status", "Authorization", "Bearer wrong").statusCode())
                .isEqualTo(401);
        HttpResponse<String> status = get("/api/v1/status", "Authorization", "Bearer " + TOKEN);
        assertThat(status.statusCode()).isEqualTo(200);
        assertThat(status.body()).contains("\"role\":\"conversation-provider\"", "\"instance\":\"surface-test\"");
    }

    @Test
    void the_second_token_reads_everything_and_changes_nothing() throws Exception {
        String[] reader = {"Authorization", "Bearer " + READ_TOKEN};
        assertThat(get("/api/v1/status", reader).statusCode()).isEqualTo(200);
        assertThat(get("/api/v1/access", reader).body()).contains("ex.http.read-token", "\"mayChange\":false");
        assertThat(get("/api/v1/access", "Authorization", "Bearer " + TOKEN).body())
                .contains("\"mayChange\":true");
        for (String method : List.of("POST", "PUT", "DELETE", "PATCH")) {
            HttpResponse<String> refused = HTTP.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/status"))
                            .headers(reader)
                            .method(method, HttpRequest.BodyPublishers.ofString("{}"))
                            .timeout(Duration.ofSeconds(20))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(refused.statusCode()).as(method).isEqualTo(403);
            assertThat(refused.body()).contains("read.only", "ex.http.token");
        }
    }

    @Test
    void the_level_of_a_logger_is_changed_while_it_runs_by_the_token_that_may_change_things() throws Exception {
        String change = "/api/v1/log-levels?logger=org.engageconnector.surface&level=";
        assertThat(post(change + "DEBUG", READ_TOKEN).statusCode()).isEqualTo(403);
        HttpResponse<String> changed = post(change + "DEBUG", TOKEN);
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(LoggerFactory.getLogger("org.engageconnector.surface").isDebugEnabled())
                .isTrue();
        assertThat(get("/api/v1/log-levels", "Authorization", "Bearer " + READ_TOKEN)
                        .body())
                .contains("\"org.engageconnector.surface\":\"DEBUG\"", "\"root\":");
        HttpResponse<String> refused = post("/api/v1/log-levels?logger=org.apache.hc&level=DEBUG", TOKEN);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("bad.request", "tokens");
    }

    private static HttpResponse<String> post(String path, String token) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Authorization", "Bearer " + token)
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .timeout(Duration.ofSeconds(20))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void no_secret_can_be_read_anywhere() throws Exception {
        String all = get("/metrics").body()
                + get("/observe/health").body()
                + get("/api/v1/status", "Authorization", "Bearer " + TOKEN).body()
                + jolokia("list").body()
                + jolokia("read/org.apache.camel:*").body();
        assertThat(all).doesNotContain(TOKEN).doesNotContain(READ_TOKEN).doesNotContain(REDIS_PASSWORD);
    }

    @Test
    void jolokia_shows_camel_but_no_system_properties_and_obeys_no_foreign_page() throws Exception {
        assertThat(jolokia("search/org.apache.camel:type=routes,*").body()).contains("health-all");
        assertThat(jolokia("read/java.lang:type=Runtime/SystemProperties").body())
                .doesNotContain("java.home");
        assertThat(send(management, "/observe/jolokia/version", "Origin", "http://evil.example")
                        .statusCode())
                .isEqualTo(403);
    }

    private static HttpResponse<String> jolokia(String what) throws Exception {
        return send(management, "/observe/jolokia/" + what);
    }

    private static HttpResponse<String> get(String path, String... headers) throws Exception {
        return send(port, path, headers);
    }

    private static HttpResponse<String> send(int to, String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + to + path))
                .timeout(Duration.ofSeconds(20));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}

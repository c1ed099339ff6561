package org.engageconnector.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.ConnectException;
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
import org.engageconnector.component.directory.RedisDirectory;
import org.engageconnector.component.redis.RedisConnection;
import org.engageconnector.component.redis.RedisSettings;
import org.engageconnector.simulators.FreePort;
import org.engageconnector.simulators.world.LocalRedis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A role that starts before config-sync has ever run: it lives, waits, goes on by itself, and stops cleanly. */
class FirstStartIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    @Test
    void without_an_id_map_a_role_waits_and_says_so_until_config_sync_has_run(@TempDir Path noSettings)
            throws Exception {
        int port = FreePort.find();
        LocalRedis redis = LocalRedis.start();
        String redisUrl = redis.url();
        Map<String, String> environment = Map.of(
                "TENANT_ID", "101",
                "EX_GENESYS_CLOUD_API_URL", "http://127.0.0.1:1",
                "EX_GENESYS_CLOUD_LOGIN_URL", "http://127.0.0.1:1",
                "EX_SIP_SERVERS", "SIP_A=127.0.0.1:1",
                "EX_REDIS_URL", redisUrl,
                "EX_MANAGEMENT_PORT", Integer.toString(FreePort.find()),
                "EX_CONVERSATION_PROVIDER_HTTP_PORT", Integer.toString(port));
        Home home = new Home(Path.of("..").toAbsolutePath().normalize(), environment);
        try (RoleGroup role = new RoleGroup(
                        home,
                        List.of(new SettingsReader(noSettings, environment, "first-start")
                                .read(Role.CONVERSATION_PROVIDER)));
                RedisConnection configSync = new RedisConnection(RedisSettings.of(redisUrl, "101", "config-sync"))) {
            role.start();
            assertThat(get(port, "/observe/health/live").statusCode()).isEqualTo(200);
            HttpResponse<String> waiting = get(port, "/observe/health/ready");
            assertThat(waiting.statusCode()).isEqualTo(503);
            assertThat(waiting.body()).contains("config-sync has not run");

            new RedisDirectory(configSync, null).markReady();

            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(get(port, "/observe/health/ready").body())
                                    .doesNotContain("config-sync has not run"));
        } finally {
            redis.close();
        }
        assertThatThrownBy(() -> get(port, "/observe/health/live")).isInstanceOf(ConnectException.class);
    }

    private static HttpResponse<String> get(int port, String path) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .timeout(Duration.ofSeconds(20))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}

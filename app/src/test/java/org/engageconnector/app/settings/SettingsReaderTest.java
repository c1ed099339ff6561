package org.engageconnector.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.engageconnector.app.failure.CommandFailure;
import org.engageconnector.app.failure.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsReaderTest {

    @TempDir
    Path config;

    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void enough_to_start() {
        environment.put("ORG_ID", "org");
        environment.put("TENANT_ID", "101");
        environment.put("EX_GENESYS_CLOUD_REGION", "mypurecloud.com");
        environment.put("EX_CONFIG_DB_URL", "jdbc:postgresql://db/genesys");
        environment.put("EX_SIP_SERVERS", "SIP_A=a1|a2:8001,SIP_B=b");
        environment.put("EX_STAT_SERVER_PRIMARY", "stat");
    }

    @Test
    void environment_beats_the_roles_file_which_beats_the_common_file() throws IOException {
        file("application.properties", "ex.config-sync.interval=10s\nex.redis.url=redis://a\nex.org-id=x");
        file("config-sync.properties", "ex.config-sync.interval=20s\nex.redis.url=redis://b");
        environment.put("EX_CONFIG_SYNC_INTERVAL", "30s");

        RoleSettings settings = read(Role.CONFIG_SYNC);

        assertThat(settings.duration("ex.config-sync.interval")).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.text("ex.redis.url")).isEqualTo("redis://b");
        assertThat(read(Role.AGENT_STATE_SYNC).text("ex.redis.url")).isEqualTo("redis://a");
        assertThat(settings.text("ex.org-id")).isEqualTo("org");
    }

    @Test
    void an_unknown_name_stops_with_its_line_and_the_nearest_known_name() throws IOException {
        file("application.properties", "# ours\nex.redis.ulr = redis://a\n");

        CommandFailure failure = failure(Role.CONFIG_SYNC);

        assertThat(failure.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(failure.getMessage())
                .contains("ex.redis.ulr is not a setting")
                .contains("application.properties, line 2")
                .contains("nearest known name is ex.redis.url");
    }

    @Test
    void a_wrong_value_says_where_it_is_set_and_what_is_allowed() {
        environment.put("EX_CONFIG_SYNC_INTERVAL", "sixty");

        assertThat(failure(Role.CONFIG_SYNC).getMessage())
                .contains("ex.config-sync.interval")
                .contains("environment variable EX_CONFIG_SYNC_INTERVAL")
                .contains("a duration such as");
    }

    @Test
    void a_wrong_secret_is_reported_without_its_value() {
        environment.put("EX_REDIS_URL", "http://user:planted-secret@redis");

        assertThat(failure(Role.CONFIG_SYNC).getMessage())
                .contains("ex.redis.url")
                .doesNotContain("planted-secret");
    }

    @Test
    void a_secret_may_be_a_file_but_not_both() throws IOException {
        Path secret = Files.writeString(config.resolve("secret"), "token-from-file\n");
        environment.put("EX_HTTP_TOKEN_FILE", secret.toString());
        assertThat(read(Role.CONFIG_SYNC).text("ex.http.token")).isEqualTo("token-from-file");

        environment.put("EX_HTTP_TOKEN", "other");
        assertThat(failure(Role.CONFIG_SYNC).getMessage()).contains("set twice").doesNotContain("token-from-file");
    }

    @Test
    void a_token_that_only_reads_needs_another_that_does_not() {
        environment.put("EX_HTTP_READ_TOKEN", "planted-read-token");
        assertThat(failure(Role.CONFIG_SYNC).getMessage())
                .contains("ex.http.read-token is set, and ex.http.token is not")
                .doesNotContain("planted-read-token");

        environment.put("EX_HTTP_TOKEN", "planted-read-token");
        assertThat(failure(Role.CONFIG_SYNC).getMessage()).contains("ex.http.read-token is the same as ex.http.token");

        environment.put("EX_HTTP_TOKEN", "another");
        assertThat(read(Role.CONFIG_SYNC).text("ex.http.read-token")).isEqualTo("planted-read-token");
    }

    @Test
    void the_file_of_a_secret_must_not_be_empty() throws IOException {
        environment.put(
                "EX_SECRET_KEY_FILE",
                Files.writeString(config.resolve("key"), " \n").toString());
        assertThat(failure(Role.CONFIG_SYNC).getMessage()).contains("ex.secret-key: its file is empty");
    }

    @Test
    void the_file_of_a_secret_must_be_a_plain_file_of_bounded_length() throws Exception {
        for (String device : List.of("/dev/zero", "/dev/null")) {
            environment.put("EX_SECRET_KEY_FILE", device);
            assertThat(failure(Role.CONFIG_SYNC).getMessage()).contains("it is a device", device);
        }
        Path pipe = config.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        environment.put("EX_SECRET_KEY_FILE", pipe.toString());
        assertThat(failure(Role.CONFIG_SYNC).getMessage()).contains("a pipe");
        environment.put("EX_SECRET_KEY_FILE", config.toString());
        assertThat(failure(Role.CONFIG_SYNC).getMessage()).contains("it is a folder");
        environment.put("EX_SECRET_KEY_FILE", config.resolve("nothing").toString());
        assertThat(failure(Role.CONFIG_SYNC).getMessage()).contains("it is not there");
        environment.put(
                "EX_SECRET_KEY_FILE",
                Files.writeString(config.resolve("long"), "x".repeat(70_000)).toString());
        assertThat(failure(Role.CONFIG_SYNC).getMessage()).contains("longer than 64 KiB");
    }

    @Test
    void the_region_gives_both_urls() {
        RoleSettings settings = read(Role.CONFIG_SYNC);

        assertThat(settings.text("ex.genesys-cloud.api-url")).isEqualTo("https://api.mypurecloud.com");
        assertThat(settings.text("ex.genesys-cloud.login-url")).isEqualTo("https://login.mypurecloud.com");
    }

    @Test
    void clear_text_http_is_for_loopback_only() {
        environment.put("EX_GENESYS_CLOUD_API_URL", "http://127.0.0.1:8080/");
        assertThat(read(Role.CONFIG_SYNC).text("ex.genesys-cloud.api-url")).isEqualTo("http://127.0.0.1:8080");

        environment.put("EX_GENESYS_CLOUD_API_URL", "http://api.mypurecloud.com");
        assertThat(failure(Role.CONFIG_SYNC).getMessage()).contains("loopback");
    }

    @Test
    void another_address_than_loopback_needs_a_token() {
        environment.put("EX_CONFIG_SYNC_HTTP_HOST", "0.0.0.0");
        assertThat(failure(Role.CONFIG_SYNC).getMessage()).contains("ex.http.token");

        environment.put("EX_HTTP_TOKEN", "token");
        assertThat(read(Role.CONFIG_SYNC).text("ex.config-sync.http.host")).isEqualTo("0.0.0.0");
    }

    @Test
    void every_missing_setting_is_named_at_once() {
        environment.clear();

        assertThat(failure(Role.CONVERSATION_PROVIDER).problems())
                .extracting(problem -> problem.what())
                .contains(
                        "conversation-provider needs ex.tenant-id",
                        "conversation-provider needs ex.sip-servers",
                        "conversation-provider needs ex.genesys-cloud.api-url");
    }

    @Test
    void sip_servers_name_switches_pairs_and_default_ports() {
        assertThat(read(Role.CONVERSATION_PROVIDER).sipServers())
                .containsExactly(
                        new SipServer("SIP_A", new HostPort("a1", 8000), new HostPort("a2", 8001)),
                        new SipServer("SIP_B", new HostPort("b", 8000), null));
        assertThat(read(Role.AGENT_STATE_SYNC).text("ex.stat-server.primary")).isEqualTo("stat:2060");
    }

    @Test
    void sizes_and_durations_are_normalised_for_routes() {
        environment.put("EX_ENGAGE_MAX_FRAME", "512 KiB");
        Map<String, String> properties = read(Role.CONFIG_SYNC).properties();

        assertThat(properties)
                .containsEntry("ex.engage.max-frame", "524288")
                .containsEntry("ex.engage.keep-alive", "10000")
                .containsEntry("ex.conversations.windows.other-queue", "500")
                .containsEntry("ex.agent-state-sync.open-rate", "200")
                .containsEntry("ex.http.token", "");
    }

    @Test
    void the_transaction_counts_only_where_nobody_set_the_key() {
        Map<String, Map<String, String>> transaction =
                Map.of("agent_state_sync", Map.of("agent_polling_interval", "5", "client_id", "from-transaction"));
        String interval = "ex.agent-state-sync.agent-polling-interval";

        assertThat(read(Role.AGENT_STATE_SYNC).find(interval, transaction)).contains("5000");
        assertThat(read(Role.AGENT_STATE_SYNC).find("ex.genesys-cloud.client-id", transaction))
                .contains("from-transaction");
        assertThat(read(Role.CONFIG_SYNC).find("ex.genesys-cloud.client-id", transaction))
                .isEmpty();

        environment.put("EX_AGENT_STATE_SYNC_AGENT_POLLING_INTERVAL", "7s");
        assertThat(read(Role.AGENT_STATE_SYNC).find(interval, transaction)).contains("7000");
    }

    @Test
    void a_name_in_the_environment_that_is_almost_ours_is_mentioned() {
        environment.put("EX_REDIS_ULR", "redis://a");

        assertThat(new SettingsReader(config, environment, "host").strangeEnvironmentNames())
                .singleElement()
                .asString()
                .contains("EX_REDIS_ULR", "EX_REDIS_URL");
    }

    @Test
    void the_instance_is_named_after_the_host_by_default() {
        assertThat(read(Role.CONFIG_SYNC).text("ex.instance-id")).isEqualTo("host");
    }

    private void file(String name, String content) throws IOException {
        Files.writeString(config.resolve(name), content);
    }

    private RoleSettings read(Role role) {
        return new SettingsReader(config, environment, "host").read(role);
    }

    private CommandFailure failure(Role role) {
        return catchThrowableOfType(CommandFailure.class, () -> read(role));
    }
}

package org.engageconnector.app.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.engageconnector.app.cli.Commands;
import org.engageconnector.app.failure.ExitCode;
import org.engageconnector.app.settings.Home;
import org.engageconnector.app.status.Reports;
import org.engageconnector.component.redis.RedisConnection;
import org.engageconnector.component.redis.RedisKeys;
import org.engageconnector.component.redis.RedisSettings;
import org.engageconnector.simulators.world.LocalRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After an uninstall a real Redis holds nothing of the tenant, and everything of others. */
class UninstallIT {

    private static final byte[] ANY = {1};
    private static final int MANY = 3_000;

    @TempDir
    Path home;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private LocalRedis server;
    private RedisConnection redis;
    private String url;

    @BeforeEach
    void startRedis() throws IOException {
        server = LocalRedis.start();
        url = server.url();
        redis = RedisConnection.ofCommand(RedisSettings.of(url, "7", "a"));
        plant(redis.keys(), "7");
        plant(RedisKeys.ofTenant("77"), "77");
    }

    @AfterEach
    void stopRedis() throws IOException {
        redis.close();
        server.close();
    }

    @Test
    void no_key_of_the_tenant_is_left_and_another_tenants_keys_are_as_they_were() {
        List<String> others = keys("{ex:77}:*");
        assertThat(run("--yes")).as(text(err)).isEqualTo(ExitCode.DONE);
        assertThat(text(out))
                .contains("2 entries wait in conversation-events and are lost with it")
                .contains("removed: seen, " + MANY + " keys")
                .contains("removed: dir, 1 key\n")
                .contains("removed: organisation, 1 key\n")
                .contains("keys of tenant 7 are gone");
        assertThat(keys("{ex:7}:*")).isEmpty();
        assertThat(keys("ex:organisation:*")).containsExactly("ex:organisation:of-77");
        assertThat(others).hasSizeGreaterThan(MANY);
        assertThat(keys("{ex:77}:*")).containsExactlyInAnyOrderElementsOf(others);
    }

    @Test
    void a_dry_run_says_what_would_go_and_removes_nothing() {
        List<String> before = keys("*");
        assertThat(run("--dry-run")).as(text(err)).isEqualTo(ExitCode.DONE);
        assertThat(text(out))
                .contains("would be removed: seen, " + MANY + " keys")
                .contains("`uninstall --yes` removes them");
        assertThat(keys("*")).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void it_is_refused_while_a_role_works() {
        new Reports(redis).put("conversation-provider", "excp-0", Map.of("ready", true));
        assertThat(run("--yes")).isEqualTo(ExitCode.REFUSED);
        assertThat(text(err)).contains("conversation-provider on excp-0").contains("stop them first");
        assertThat(keys("{ex:7}:*")).hasSizeGreaterThan(MANY);
    }

    @Test
    void status_forgets_a_killed_instance_when_told_and_never_one_that_reports() {
        byte[] longAgo = "{\"reportedAt\":%d}".formatted(redis.time() - 60_000).getBytes(StandardCharsets.UTF_8);
        redis.call(commands -> commands.hset(redis.keys().instances(), "config-sync excs-2", longAgo));
        new Reports(redis).put("config-sync", "excs-0", Map.of("ready", true));
        assertThat(command("status", "--forget", "excs-0")).isEqualTo(ExitCode.REFUSED);
        assertThat(text(err)).contains("no silent role of instance excs-0");
        assertThat(command("status", "--forget", "excs-2")).isEqualTo(ExitCode.DONE);
        assertThat(text(out)).contains("excs-0: ready").doesNotContain("excs-2");
    }

    @Test
    void without_a_choice_or_with_both_it_is_wrong_usage() {
        assertThat(run()).isEqualTo(ExitCode.USAGE);
        assertThat(run("--yes", "--dry-run")).isEqualTo(ExitCode.USAGE);
        assertThat(keys("{ex:7}:*")).hasSizeGreaterThan(MANY);
    }

    private void plant(RedisKeys keys, String tenant) {
        for (int n = 0; n < MANY; n++) {
            String key = keys.seen("SIP:primary:1", n);
            redis.call(commands -> commands.set(key, ANY));
        }
        for (int n = 0; n < 2; n++) {
            redis.call(commands -> commands.xadd(keys.journal("conversation-events"), Map.of("b", ANY)));
        }
        redis.call(commands -> commands.hset(keys.directory("facts"), "ready", ANY));
        redis.call(commands ->
                commands.set(RedisKeys.organisation("of-" + tenant), tenant.getBytes(StandardCharsets.UTF_8)));
    }

    private List<String> keys(String pattern) {
        return redis.call(commands -> commands.keys(pattern));
    }

    private ExitCode run(String... options) {
        List<String> line = new ArrayList<>(List.of("uninstall"));
        line.addAll(List.of(options));
        return command(line.toArray(String[]::new));
    }

    private ExitCode command(String... words) {
        Map<String, String> environment = Map.of("EX_TENANT_ID", "7", "EX_REDIS_URL", url);
        List<String> line = List.of(words);
        return new Commands(new Home(home, environment), print(out), print(err), target -> {}).run(line);
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}

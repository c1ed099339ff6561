package org.engageconnector.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.engageconnector.app.failure.ExitCode;
import org.engageconnector.app.settings.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {

    @TempDir
    Path home;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void an_unknown_command_is_wrong_usage_and_names_the_nearest() {
        assertThat(run("dmo")).isEqualTo(ExitCode.USAGE);
        assertThat(text(err)).contains("no command `dmo`").contains("perhaps `demo`");
    }

    @Test
    void no_command_is_wrong_usage_and_shows_the_commands() {
        assertThat(run()).isEqualTo(ExitCode.USAGE);
        assertThat(text(err)).contains("run <role>...");
    }

    @Test
    void help_is_no_error() {
        assertThat(run("help")).isEqualTo(ExitCode.DONE);
        assertThat(run("demo", "--help")).isEqualTo(ExitCode.DONE);
        assertThat(text(out)).contains("--kill-conversation-provider");
    }

    @Test
    void version_names_what_a_support_case_needs() {
        assertThat(run("--version")).isEqualTo(ExitCode.DONE);
        assertThat(text(out)).matches("engage-connector .+, Camel 4\\.\\d+\\.\\d+, Java \\d+.*\\s*");
    }

    @Test
    void an_unknown_role_is_wrong_usage_and_names_the_nearest() {
        assertThat(run("run", "config-snyc")).isEqualTo(ExitCode.USAGE);
        assertThat(text(err)).contains("the nearest role is config-sync");
    }

    @Test
    void missing_settings_are_wrong_configuration_and_say_where_to_set_them() {
        assertThat(run("run", "agent-state-sync")).isEqualTo(ExitCode.USAGE);
        assertThat(text(err))
                .contains("agent-state-sync needs ex.stat-server.primary")
                .contains("application.properties")
                .contains("EX_STAT_SERVER_PRIMARY");
    }

    @Test
    void a_wrong_option_of_demo_is_wrong_usage() {
        assertThat(run("demo", "--agents", "none")).isEqualTo(ExitCode.USAGE);
        assertThat(run("demo", "--agent")).isEqualTo(ExitCode.USAGE);
        assertThat(run("simulate", "genesys")).isEqualTo(ExitCode.USAGE);
    }

    private ExitCode run(String... line) {
        return new Commands(new Home(home, Map.of()), print(out), print(err)).run(List.of(line));
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}

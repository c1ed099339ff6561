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
        assertThat(run("validte")).isEqualTo(ExitCode.USAGE);
        assertThat(text(err)).contains("no command `validte`").contains("perhaps `validate`");
    }

    @Test
    void no_command_is_wrong_usage_and_shows_the_commands() {
        assertThat(run()).isEqualTo(ExitCode.USAGE);
        assertThat(text(err)).contains("validate");
    }

    @Test
    void help_is_no_error() {
        assertThat(run("help")).isEqualTo(ExitCode.DONE);
        assertThat(run("validate", "--help")).isEqualTo(ExitCode.DONE);
        assertThat(text(out)).contains("--offline");
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
    void a_wrong_option_is_wrong_usage_and_says_where_help_is() {
        assertThat(run("status", "--jsn")).isEqualTo(ExitCode.USAGE);
        assertThat(text(err))
                .contains("--jsn")
                .contains("where: the command line")
                .contains("help status");
    }

    @Test
    void a_command_that_has_commands_below_it_asks_for_one() {
        assertThat(run("dead-letters")).isEqualTo(ExitCode.USAGE);
        assertThat(text(err)).contains("drop, list, replay, show");
        assertThat(run("dead-letters", "lst")).isEqualTo(ExitCode.USAGE);
        assertThat(text(err)).contains("perhaps `dead-letters list`");
    }

    @Test
    void replay_takes_ids_or_all() {
        assertThat(run("dead-letters", "replay")).isEqualTo(ExitCode.USAGE);
        assertThat(run("dead-letters", "replay", "--all", "1-0")).isEqualTo(ExitCode.USAGE);
        assertThat(run("dead-letters", "show", "x")).isEqualTo(ExitCode.USAGE);
        assertThat(text(err)).contains("`x` is no id of a dead letter");
    }

    @Test
    void completion_knows_the_commands() {
        assertThat(run("completion")).isEqualTo(ExitCode.DONE);
        assertThat(text(out)).contains("complete -F").contains("dead-letters");
    }

    private ExitCode run(String... line) {
        return new Commands(new Home(home, Map.of()), print(out), print(err), target -> {}).run(List.of(line));
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}

package org.engageconnector.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.engageconnector.app.cli.Commands;
import org.engageconnector.app.failure.ExitCode;
import org.engageconnector.app.settings.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandsTest {

    @TempDir
    Path home;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void the_command_line_finds_the_commands_of_the_demo_distribution() {
        assertThat(run("help")).isEqualTo(ExitCode.DONE);
        assertThat(text(out)).contains("demo").contains("simulate").contains("validate");
        assertThat(run("demo", "--help")).isEqualTo(ExitCode.DONE);
        assertThat(text(out)).contains("--kill-conversation-provider");
    }

    @Test
    void a_wrong_option_of_demo_is_wrong_usage() {
        assertThat(run("demo", "--agents", "none")).isEqualTo(ExitCode.USAGE);
        assertThat(run("demo", "--agents", "0")).isEqualTo(ExitCode.USAGE);
        assertThat(text(err)).contains("--agents must be from 1 to 100000");
        assertThat(run("demo", "--agent")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void simulate_names_what_it_can_simulate() {
        assertThat(run("simulate")).isEqualTo(ExitCode.USAGE);
        assertThat(text(err)).contains("engage, genesys-cloud");
        assertThat(run("simulate", "genesys")).isEqualTo(ExitCode.USAGE);
        assertThat(text(err)).contains("perhaps `simulate genesys-cloud`");
        assertThat(run("simulate", "engage", "port", "1")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void a_password_is_read_from_a_file_and_never_taken_from_the_command_line() {
        assertThat(run("simulate", "engage", "--password", "secret")).isEqualTo(ExitCode.USAGE);
        String missing = home.resolve("none").toString();
        assertThat(run("simulate", "engage", "--password-file", missing)).isEqualTo(ExitCode.USAGE);
        assertThat(text(err)).contains("the password file cannot be read");
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

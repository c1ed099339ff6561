package org.engageconnector.demo.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.engageconnector.app.failure.ExitCode;
import org.engageconnector.app.replay.ReplayOptions.Form;
import org.engageconnector.simulators.engage.serverlog.ServerLogOptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every golden call, written as a log and replayed, tells what its file expects: events, order, milliseconds. */
class ReplayGoldenTest {

    @TempDir
    private Path folder;

    static List<GoldenCall> calls() {
        return GoldenCall.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("calls")
    void a_log_tells_what_the_call_told(GoldenCall golden) throws IOException {
        Path logs = GoldenLog.ofPrimary(
                golden, ServerLogOptions.in(folder.resolve("logs")).withCopies(false), 1);

        check(golden, logs);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("calls")
    void copies_for_clients_and_for_the_pair_and_the_backups_file_change_nothing(GoldenCall golden) throws IOException {
        Path logs = GoldenLog.ofPrimary(golden, ServerLogOptions.in(folder.resolve("logs")), 3);
        GoldenLog.ofBackup(golden, ServerLogOptions.in(logs));

        check(golden, logs);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("calls")
    void the_clock_of_the_backup_may_differ(GoldenCall golden) throws IOException {
        Path logs = GoldenLog.ofPrimary(golden, ServerLogOptions.in(folder.resolve("logs")), 1);
        GoldenLog.ofBackup(golden.later(7_300), ServerLogOptions.in(logs));

        check(golden, logs);
    }

    private void check(GoldenCall golden, Path logs) throws IOException {
        Replayed replayed = Replayed.of(Form.JSON, golden.site(folder), logs);

        ToldWords words = new ToldWords(golden);
        assertThat(replayed.code).isEqualTo(ExitCode.DONE);
        assertThat(words.told(replayed.lines())).isEqualTo(words.expected());
    }
}

package org.engageconnector.demo.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.engageconnector.app.failure.CommandFailure;
import org.engageconnector.app.failure.ExitCode;
import org.engageconnector.app.replay.ReplayOptions.Form;
import org.engageconnector.simulators.engage.serverlog.ServerLogOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is no log is told in a line each, and the rest goes on. */
class ReplayBadInputTest {

    private final GoldenCall golden = GoldenCall.named("inbound-queued-answered");

    @TempDir
    private Path folder;

    private Path logs;

    @BeforeEach
    void a_good_log_beside() throws IOException {
        logs = GoldenLog.ofPrimary(golden, ServerLogOptions.in(folder.resolve("logs")), 1);
    }

    @Test
    void files_that_are_no_logs_are_left_out_and_named() throws IOException {
        Files.createFile(logs.resolve("empty.log"));
        Files.write(logs.resolve("binary.log"), new byte[] {1, 2, 0, 4});
        Files.writeString(
                logs.resolve("stat.log"),
                "Application name: stat1\nApplication type: StatServer (2)\nFile: (1) stat.log\n\n@12:00:00.0000 ...\n");
        Files.writeString(logs.resolve("sips-1536.20260302_090000_000.log"), "statistics\n");
        Files.write(logs.resolve("broken.zip"), "PK no archive".getBytes(StandardCharsets.US_ASCII));
        Files.createSymbolicLink(logs.resolve("gone.log"), folder.resolve("nowhere"));
        Files.writeString(logs.resolve("notes.txt"), "nothing of a server\n");

        Replayed replayed = Replayed.of(Form.JSON, golden.site(folder), logs, folder.resolve("missing.log"));

        assertThat(replayed.code).isEqualTo(ExitCode.DONE);
        ToldWords words = new ToldWords(golden);
        assertThat(words.told(replayed.lines())).isEqualTo(words.expected());
        assertThat(replayed.err.toString(StandardCharsets.UTF_8).lines())
                .hasSize(7)
                .anyMatch(line -> line.endsWith("empty.log: the file is empty"))
                .anyMatch(line -> line.endsWith("binary.log: it is no text"))
                .anyMatch(line -> line.contains("stat.log: a log of stat1, which is no T-Server: StatServer (2)"))
                .anyMatch(line -> line.contains("sips-1536") && line.contains("statistics"))
                .anyMatch(line -> line.contains("broken.zip: it cannot be read"))
                .anyMatch(line -> line.contains("gone.log"))
                .anyMatch(line -> line.contains("missing.log: there is no such file"));
    }

    @Test
    void packed_logs_and_archives_tell_the_same() throws IOException {
        byte[] log = GoldenLog.bytes(logs);
        Path packed = Files.createDirectory(folder.resolve("packed"));
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed.resolve("a.log.gz")))) {
            out.write(log);
        }
        Path archived = Files.createDirectory(folder.resolve("archived"));
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(archived.resolve("a.zip")))) {
            out.putNextEntry(new ZipEntry("logs/a.log"));
            out.write(log);
            out.closeEntry();
        }
        ToldWords words = new ToldWords(golden);
        for (Path each : new Path[] {packed, archived}) {
            assertThat(words.told(
                            Replayed.of(Form.JSON, golden.site(folder), each).lines()))
                    .isEqualTo(words.expected());
        }
        // the same segment again, packed, is the same log
        Replayed both = Replayed.of(Form.JSON, golden.site(folder), logs, packed);
        assertThat(words.told(both.lines())).isEqualTo(words.expected());
        assertThat(both.err.toString(StandardCharsets.UTF_8)).contains("is the same segment");
    }

    @Test
    void a_packed_file_that_breaks_off_gives_what_it_has() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(whole)) {
            out.write(GoldenLog.bytes(logs));
        }
        Path broken = folder.resolve("broken.log.gz");
        Files.write(broken, java.util.Arrays.copyOf(whole.toByteArray(), whole.size() * 3 / 4));

        Replayed replayed = Replayed.of(Form.TEXT, golden.site(folder), broken);

        assertThat(replayed.code).isEqualTo(ExitCode.DONE);
        assertThat(replayed.text()).contains("externalEstablished").contains("file that breaks off");
    }

    @Test
    void a_line_of_fifty_megabytes_is_passed_over() throws IOException {
        Path file = logs.resolve("long.log");
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] block = "x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 50; i++) {
                out.write(block);
            }
            out.write('\n');
        }

        Replayed replayed = Replayed.of(Form.TEXT, golden.site(folder), logs);

        assertThat(replayed.text())
                .contains("line too long: 1, first in " + file)
                .contains("externalEstablished");
    }

    @Test
    void nothing_to_read_is_wrong_usage_and_no_event_a_failure() throws IOException {
        Path notes = Files.writeString(folder.resolve("notes.txt"), "nothing of a server\n");

        assertThatThrownBy(() -> Replayed.of(Form.TEXT, null, folder.resolve("missing")))
                .isInstanceOfSatisfying(
                        CommandFailure.class,
                        failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.USAGE));
        assertThatThrownBy(() -> Replayed.of(Form.TEXT, null, notes))
                .isInstanceOfSatisfying(
                        CommandFailure.class,
                        failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.FAILED));
    }

    @Test
    void a_site_file_that_is_none_is_wrong_usage() throws IOException {
        for (String text : new String[] {"queues: [", "- a list", "qeues: {}"}) {
            Path site = Files.writeString(folder.resolve("site.yaml"), text);

            assertThatThrownBy(() -> Replayed.of(Form.TEXT, site, logs))
                    .isInstanceOfSatisfying(CommandFailure.class, failure -> {
                        assertThat(failure.exitCode()).isEqualTo(ExitCode.USAGE);
                        assertThat(failure.problems().get(0).where()).contains("site.yaml");
                    });
        }
    }
}

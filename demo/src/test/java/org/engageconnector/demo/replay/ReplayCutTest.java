package org.engageconnector.demo.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.engageconnector.app.replay.ReplayOptions.Form;
import org.engageconnector.serverlogs.files.FileHeader;
import org.engageconnector.simulators.engage.serverlog.LogHeader;
import org.engageconnector.simulators.engage.serverlog.ServerLogOptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A log that is cut in two, at whatever byte, is the same log. A few calls are cut at every byte, all at some; {@code -Dlong=true}
 * cuts all at every byte.
 */
class ReplayCutTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Zurich");
    private static final int STEP = Boolean.getBoolean("long") ? 1 : 997;

    @TempDir
    private Path folder;

    static List<GoldenCall> calls() {
        return GoldenCall.all();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"inbound-queued-answered", "disposition-by-user-event"})
    void a_log_cut_at_every_byte_reads_the_same(String name) throws IOException {
        checkCuts(GoldenCall.named(name), 1, "\n");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"abandoned-in-queue"})
    void a_log_with_carriage_returns_cut_at_every_byte_reads_the_same(String name) throws IOException {
        checkCuts(GoldenCall.named(name), 1, "\r\n");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("calls")
    void every_log_cut_here_and_there_reads_the_same(GoldenCall golden) throws IOException {
        checkCuts(golden, STEP, "\n");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("calls")
    void files_of_two_hundred_bytes_tell_the_same(GoldenCall golden) throws IOException {
        Path logs = GoldenLog.ofPrimary(
                golden,
                ServerLogOptions.in(folder.resolve("logs"))
                        .withZone(ZONE)
                        .withSegmentBytes(200)
                        .withTraceBytes(0),
                1);

        Replayed replayed = Replayed.of(Form.JSON, golden.site(folder), logs);

        ToldWords words = new ToldWords(golden);
        assertThat(words.told(replayed.lines())).isEqualTo(words.expected());
    }

    private void checkCuts(GoldenCall golden, int step, String lineEnd) throws IOException {
        ServerLogOptions options = ServerLogOptions.in(folder.resolve("logs"))
                .withZone(ZONE)
                .withLineEnd(lineEnd)
                .withTraceBytes(100);
        byte[] log = GoldenLog.bytes(GoldenLog.ofPrimary(golden, options, 1));
        List<String> whole = ReadBack.of(log).words();
        assertThat(whole)
                .isEqualTo(golden.events.stream()
                        .map(event -> event.at() + " " + ReadBack.words(event.message()))
                        .toList());
        byte[] head = LogHeader.text("SIP_A_1", 2, golden.start, golden.start - 60_000, ZONE, "x.log", lineEnd)
                .getBytes(StandardCharsets.US_ASCII);
        int begins = FileHeader.read(log, 0, log.length).length();
        for (int cut = begins; cut <= log.length; cut += step) {
            ReadBack read =
                    ReadBack.of(Arrays.copyOf(log, cut), joined(head, Arrays.copyOfRange(log, cut, log.length)));
            if (!read.words().equals(whole)) {
                assertThat(read.words()).as("cut at byte " + cut).isEqualTo(whole);
            }
        }
    }

    private static byte[] joined(byte[] head, byte[] rest) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.writeBytes(head);
        joined.writeBytes(rest);
        return joined.toByteArray();
    }
}

package org.engageconnector.demo.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.engageconnector.app.failure.CommandFailure;
import org.engageconnector.app.replay.ReplayOptions.Form;
import org.engageconnector.simulators.engage.serverlog.ServerLogOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Logs whose lines are spoilt: nothing hangs, nothing is thrown, no rule fails. The seed is fixed, {@code -Dseed=n} takes another. */
class ReplayMutationTest {

    private static final int LINES = 50_000;

    @TempDir
    private Path folder;

    @Test
    @Timeout(300)
    void fifty_thousand_spoilt_lines_neither_hang_nor_throw() throws IOException {
        Random random = new Random(Long.getLong("seed", 20_261_130));
        List<GoldenCall> calls = GoldenCall.all();
        int spoilt = 0;
        for (int n = 0; spoilt < LINES; n++) {
            GoldenCall golden = calls.get(n % calls.size());
            Path logs = folder.resolve("log-" + n);
            GoldenLog.ofPrimary(golden, ServerLogOptions.in(logs).withTraceBytes(200), 1);
            byte[] log = GoldenLog.bytes(logs);
            List<byte[]> lines = lines(log);
            spoilt += spoil(lines, random);
            Path file = Files.write(folder.resolve("spoilt-" + n + ".log"), joined(lines));
            for (Form form : n % 20 == 0 ? Form.values() : new Form[] {Form.TEXT}) {
                try {
                    Replayed replayed = Replayed.of(form, golden.site(folder), file);
                    assertThat(replayed.text()).as("log " + n).doesNotContain("\n    failed: ");
                } catch (CommandFailure nothingLeft) {
                    assertThat(nothingLeft.problems()).isNotEmpty();
                }
            }
        }
        assertThat(spoilt).isGreaterThanOrEqualTo(LINES);
    }

    private static List<byte[]> lines(byte[] log) {
        List<byte[]> lines = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < log.length; i++) {
            if (log[i] == '\n') {
                lines.add(java.util.Arrays.copyOfRange(log, from, i + 1));
                from = i + 1;
            }
        }
        return lines;
    }

    private static int spoil(List<byte[]> lines, Random random) {
        int spoilt = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (random.nextInt(3) == 0) {
                lines.set(i, spoilt(lines, i, random));
                spoilt++;
            }
        }
        return spoilt;
    }

    private static byte[] spoilt(List<byte[]> lines, int i, Random random) {
        byte[] line = lines.get(i).clone();
        switch (random.nextInt(9)) {
            case 0 -> line[random.nextInt(line.length)] = (byte) random.nextInt(256);
            case 1 -> line = java.util.Arrays.copyOf(line, random.nextInt(line.length + 1));
            case 2 -> line = new byte[0];
            case 3 -> line = lines.get(random.nextInt(lines.size())).clone();
            case 4 -> line = twice(line, random.nextInt(line.length + 1));
            case 5 ->
                line = new String(line, StandardCharsets.ISO_8859_1)
                        .replaceAll("\\d", Integer.toString(random.nextInt(10)))
                        .getBytes(StandardCharsets.ISO_8859_1);
            case 6 ->
                line = new String(line, StandardCharsets.ISO_8859_1)
                        .replace(random.nextBoolean() ? "'" : "\t", random.nextBoolean() ? "" : "(list) ")
                        .getBytes(StandardCharsets.ISO_8859_1);
            case 7 -> random.nextBytes(line);
            default ->
                line = new String(line, StandardCharsets.ISO_8859_1)
                        .replaceAll("\\[\\d+]", "[" + random.nextInt() + "]")
                        .replaceAll("\\d{2,}", Long.toString(random.nextLong()))
                        .getBytes(StandardCharsets.ISO_8859_1);
        }
        return line;
    }

    private static byte[] twice(byte[] line, int at) {
        ByteArrayOutputStream twice = new ByteArrayOutputStream();
        twice.write(line, 0, at);
        twice.writeBytes(line);
        return twice.toByteArray();
    }

    private static byte[] joined(List<byte[]> lines) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        lines.forEach(joined::writeBytes);
        return joined.toByteArray();
    }
}

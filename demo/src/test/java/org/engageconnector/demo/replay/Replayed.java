package org.engageconnector.demo.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.engageconnector.app.failure.ExitCode;
import org.engageconnector.app.replay.Replay;
import org.engageconnector.app.replay.ReplayOptions;
import org.engageconnector.app.settings.Home;

/** Runs replays as the command does, and keeps what they print. */
final class Replayed {

    static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final ObjectMapper JSON = new ObjectMapper();

    final ByteArrayOutputStream out = new ByteArrayOutputStream();
    final ByteArrayOutputStream err = new ByteArrayOutputStream();
    ExitCode code;

    static Replayed of(ReplayOptions.Form form, Path site, Path... paths) throws IOException {
        return of(new ReplayOptions(
                List.of(paths), null, site, false, Long.MIN_VALUE, Long.MAX_VALUE, null, form, null, WINDOWS, false));
    }

    static Replayed of(ReplayOptions options) throws IOException {
        Replayed replayed = new Replayed();
        Home home = new Home(Path.of("..").toAbsolutePath().normalize(), Map.of());
        replayed.code = new Replay(home, options, print(replayed.out), print(replayed.err)).run();
        return replayed;
    }

    List<JsonNode> lines() {
        return text().lines()
                .map(line -> {
                    try {
                        return JSON.readTree(line);
                    } catch (IOException e) {
                        throw new AssertionError("no JSON: " + line, e);
                    }
                })
                .toList();
    }

    String text() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream print(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }
}

package org.engageconnector.demo.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.engageconnector.app.replay.ReplayOptions.Form;
import org.engageconnector.simulators.engage.serverlog.ServerLogOptions;
import org.engageconnector.simulators.engage.serverlog.ValueFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same calls in every form a log may have: line ends, code pages, log filters, clocks, and logs that say no times. */
class ReplayFormsTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Zurich");

    @TempDir
    private Path folder;

    static List<GoldenCall> calls() {
        return GoldenCall.all();
    }

    private ServerLogOptions options() {
        return ServerLogOptions.in(folder.resolve("logs")).withZone(ZONE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("calls")
    void carriage_returns_change_nothing(GoldenCall golden) throws IOException {
        assertTold(golden, GoldenLog.ofPrimary(golden, options().withLineEnd("\r\n"), 2));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("calls")
    void a_code_page_changes_nothing(GoldenCall golden) throws IOException {
        for (var charset : List.of(Replayed.WINDOWS, StandardCharsets.UTF_8)) {
            GoldenCall named = golden.renamed("Sold", "Verkäuft – Zürich");
            ServerLogOptions options = options().withCharset(charset);
            Path logs = GoldenLog.ofPrimary(
                    named,
                    new ServerLogOptions(
                            folder.resolve(charset.name()),
                            options.segmentBytes(),
                            ZONE,
                            charset,
                            "\n",
                            ValueFilter.NONE,
                            true,
                            500),
                    1);

            assertTold(named, logs);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("calls")
    void tags_around_values_change_nothing(GoldenCall golden) throws IOException {
        assertTold(golden, GoldenLog.ofPrimary(golden, options().withFilter(new ValueFilter(Map.of(), "tag")), 1));
    }

    static Stream<String> filters() {
        return Stream.of("hide", "hide-first,2", "hide-last,2", "unhide-first,1", "unhide-last,1", "skip");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("filters")
    void a_hidden_disposition_is_told_as_none(String filter) throws IOException {
        for (GoldenCall golden : calls()) {
            ValueFilter hidden = new ValueFilter(Map.of("DispositionCode", filter), null);
            GoldenCall without = golden.without("DispositionCode");
            Path logs = GoldenLog.ofPrimary(golden, in(golden.name + filter).withFilter(hidden), 1);
            Path clean = GoldenLog.ofPrimary(without, in(golden.name + filter + "-clean"), 1);
            ToldWords words = new ToldWords(golden);

            List<String> told =
                    words.told(Replayed.of(Form.JSON, golden.site(folder), logs).lines());

            assertThat(told)
                    .as(golden.name)
                    .isEqualTo(words.told(
                            Replayed.of(Form.JSON, golden.site(folder), clean).lines()));
            assertThat(told.toString()).doesNotContain("code=");
        }
    }

    private ServerLogOptions in(String name) {
        return ServerLogOptions.in(folder.resolve(name)).withZone(ZONE).withTraceBytes(0);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("filters")
    void hidden_extensions_change_no_call_of_one_queue(String filter) throws IOException {
        for (String name : new String[] {"inbound-queued-answered", "consult-then-complete", "abandoned-in-queue"}) {
            GoldenCall golden = GoldenCall.named(name);
            ValueFilter hidden = new ValueFilter(Map.of("VQID", filter, "CallUUID", filter), null);

            assertTold(golden, GoldenLog.ofPrimary(golden, in(name + filter).withFilter(hidden), 1));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("calls")
    void the_end_of_daylight_saving_and_midnight_change_nothing(GoldenCall golden) throws IOException {
        for (String start : new String[] {"2026-10-25T00:59:50Z", "2026-10-25T22:59:50Z"}) {
            GoldenCall timeless = golden.at(Instant.parse(start).toEpochMilli()).withoutTimes();
            assertTold(timeless, GoldenLog.ofPrimary(timeless, in(start.substring(0, 13)), 1));
        }
        GoldenCall moved = golden.at(Instant.parse("2026-10-25T00:59:50Z").toEpochMilli());
        Path logs = GoldenLog.ofPrimary(moved, in("both"), 2);
        assertTold(moved, GoldenLog.ofBackup(moved, ServerLogOptions.in(logs).withZone(ZONE)));
    }

    @Test
    void the_beginning_of_daylight_saving_changes_nothing_where_events_say_their_time() throws IOException {
        GoldenCall moved = GoldenCall.named("consult-then-complete")
                .at(Instant.parse("2026-03-29T00:59:50Z").toEpochMilli());

        assertTold(moved, GoldenLog.ofPrimary(moved, in("spring"), 2));
    }

    private void assertTold(GoldenCall golden, Path logs) throws IOException {
        ToldWords words = new ToldWords(golden);
        assertThat(words.told(Replayed.of(Form.JSON, golden.site(folder), logs).lines()))
                .isEqualTo(words.expected());
    }
}

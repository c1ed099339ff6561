package org.engageconnector.demo.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.engageconnector.app.replay.ReplayOptions;
import org.engageconnector.app.replay.ReplayOptions.Form;
import org.engageconnector.simulators.engage.serverlog.ServerLogOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the forms of a replay show, and what they hide. */
class ReplayReportsTest {

    private static final String CALLER = "41791234567";
    private static final String CALL = "00O1K5VGQ8ABC2N5LAHG02LAES000001";

    @TempDir
    private Path folder;

    static List<GoldenCall> calls() {
        return GoldenCall.all();
    }

    private Path logs(GoldenCall golden) {
        return GoldenLog.ofPrimary(golden, ServerLogOptions.in(folder.resolve("logs-" + golden.name)), 1);
    }

    private static ReplayOptions options(Form form, Path site, Path out, String call, boolean personal, Path logs) {
        return new ReplayOptions(
                List.of(logs),
                null,
                site,
                false,
                Long.MIN_VALUE,
                Long.MAX_VALUE,
                call,
                form,
                out,
                Replayed.WINDOWS,
                personal);
    }

    @Test
    void callers_and_attached_data_are_hidden_in_what_people_read_unless_asked_for() throws IOException {
        GoldenCall golden = GoldenCall.named("inbound-queued-answered");
        Path logs = logs(golden);
        for (Form form : new Form[] {Form.TEXT, Form.HTML}) {
            String hidden = Replayed.of(form, golden.site(folder), logs).text();
            assertThat(hidden).contains("number-1").doesNotContain(CALLER).doesNotContain("DispositionCode=Sold");

            String shown = Replayed.of(options(form, golden.site(folder), null, null, true, logs))
                    .text();
            assertThat(shown).contains(CALLER).contains("DispositionCode=Sold").doesNotContain("number-1");
        }
        assertThat(Replayed.of(Form.GOLDEN, golden.site(folder), logs).text()).doesNotContain("DispositionCode: Sold,");
    }

    @Test
    void the_text_shows_the_call_and_the_summary_what_is_in_the_log() throws IOException {
        GoldenCall golden = GoldenCall.named("consult-then-complete");

        String text = Replayed.of(Form.TEXT, golden.site(folder), logs(golden)).text();

        assertThat(text)
                .contains("call " + CALL)
                .contains("60.300      => userEstablished agent agentC alerting")
                .contains("calls: 1, told to Genesys Cloud: 1")
                .contains("DispositionCode: 2")
                .contains("EventCallParty events: 15");
    }

    @Test
    void what_is_missing_in_the_log_is_said() throws IOException {
        GoldenCall golden = GoldenCall.named("unmapped-queue");
        golden.events.removeIf(event -> event.message().number() >= 163);

        String text = Replayed.of(Form.TEXT, golden.site(folder), logs(golden)).text();

        assertThat(text).contains("EventCallParty events: MISSING").contains("VQ_Unmapped: ");
    }

    @Test
    void a_line_of_json_has_what_was_promised() throws IOException {
        GoldenCall golden = GoldenCall.named("inbound-queued-answered");
        Path logs = logs(golden);

        List<JsonNode> lines = Replayed.of(Form.JSON, golden.site(folder), logs).lines();

        for (JsonNode line : lines) {
            assertThat(line.fieldNames())
                    .toIterable()
                    .containsExactly("at", "list", "event", "names", "rule", "evidence");
            assertThat(line.get("at")).isEqualTo(line.at("/event/eventDateTime"));
            assertThat(line.at("/names/interactionId").asText()).isEqualTo(CALL);
            assertThat(line.get("evidence")).isNotEmpty();
        }
        JsonNode ringing = lines.stream()
                .filter(line -> line.get("list").asText().equals("userEstablishedEvents"))
                .findFirst()
                .orElseThrow();
        assertThat(ringing.at("/names/userId").asText()).isEqualTo("agentA");
        assertThat(ringing.at("/evidence/0/message").asText()).isEqualTo("EventRinging");
        String file = ringing.at("/evidence/0/file").asText();
        assertThat(Files.readAllLines(Path.of(file), java.nio.charset.StandardCharsets.ISO_8859_1)
                        .get(ringing.at("/evidence/0/line").asInt() - 1))
                .endsWith("message EventRinging");
        // without a site the log's own words
        assertThat(Replayed.of(Form.JSON, null, logs).text()).contains("\"userId\":\"1001\"");
    }

    @Test
    void one_call_can_be_chosen_by_its_ids_and_numbers() throws IOException {
        GoldenCall golden = GoldenCall.named("inbound-queued-answered");
        Path logs = logs(golden);
        for (String asked : new String[] {CALL, "0071029f5d0a1001", CALLER, "5001", "1001"}) {
            assertThat(Replayed.of(options(Form.JSON, golden.site(folder), null, asked, false, logs))
                            .lines())
                    .as(asked)
                    .hasSize(golden.yaml.get("expect").size());
        }
        assertThat(Replayed.of(options(Form.JSON, null, null, "5099", false, logs))
                        .text())
                .isEmpty();
    }

    @Test
    void a_page_holds_its_data_and_text_of_a_log_ends_no_script() throws IOException {
        GoldenCall golden = GoldenCall.named("inbound-queued-answered").renamed("VQ_Sales", "</script><b>VQ");

        String page = Replayed.of(Form.HTML, golden.site(folder), logs(golden)).text();

        assertThat(page)
                .doesNotContain("</script><b>")
                .doesNotContain("http://")
                .doesNotContain("https://");
        String data = page.substring(page.indexOf("application/json\">") + 18);
        JsonNode json = new ObjectMapper().readTree(data.substring(0, data.indexOf("</script>")));
        assertThat(json.at("/calls/0/id").asText()).isEqualTo(CALL);
        assertThat(json.at("/calls/0/legs")).hasSize(3);
        assertThat(json.at("/summary")).isNotEmpty();
    }

    /** A golden file of a replay is one: written as a log again and replayed, it tells what it expects, and is the same file. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("calls")
    void a_golden_file_can_be_played_again(GoldenCall golden) throws IOException {
        Path out = folder.resolve("golden");
        Replayed.of(options(Form.GOLDEN, golden.site(folder), out, null, false, logs(golden)));
        List<Path> files;
        try (Stream<Path> written = Files.list(out)) {
            files = written.sorted().toList();
        }
        Path logs = folder.resolve("again");
        for (Path file : files) {
            assertThat(Files.readString(file)).doesNotContain(CALL);
            GoldenCall again = new GoldenCall(file);
            GoldenLog.ofPrimary(
                    again, ServerLogOptions.in(logs.resolve(file.getFileName().toString())), 1);
            ToldWords words = new ToldWords(again);
            Replayed replayed = Replayed.of(
                    Form.JSON,
                    again.site(folder),
                    logs.resolve(file.getFileName().toString()));
            assertThat(words.told(replayed.lines())).as(Files.readString(file)).isEqualTo(words.expected());
        }
        // as many events expected as before, whatever the names
        int before = golden.yaml.get("expect").size();
        int after = files.stream()
                .mapToInt(file -> new GoldenCall(file).yaml.get("expect").size())
                .sum();
        assertThat(after).isEqualTo(before);
    }
}

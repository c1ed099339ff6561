package org.engageconnector.processors.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.engageconnector.journal.DeliveryPath;
import org.engageconnector.journal.JournalEntry;
import org.engageconnector.journal.Verdict;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Plays {@code delivery/answers.yaml}: docs/delivery.md#answers, line by line. */
class AnswerTableTest {

    @TestFactory
    Stream<DynamicTest> linesOfTheTable() throws IOException {
        try (InputStream in = AnswerTableTest.class.getResourceAsStream("/delivery/answers.yaml")) {
            JsonNode lines = new ObjectMapper(new YAMLFactory()).readTree(in);
            return StreamSupport.stream(lines.spliterator(), false)
                    .map(line -> DynamicTest.dynamicTest(line.get("says").asText(), () -> check(line)));
        }
    }

    private static void check(JsonNode line) {
        Answer answer = Answer.of(line.get("status").asInt(), line.get("body").asText(), "corr");
        Verdict verdict = AnswerTable.judge(DeliveryPath.CONVERSATIONS, sent(line.get("sent")), answer);
        JsonNode then = line.get("then");
        if (then.has("stop")) {
            assertThat(verdict)
                    .isInstanceOfSatisfying(
                            Verdict.Stop.class,
                            stop -> assertThat(stop.message())
                                    .contains(then.get("stop").asText()));
        } else if (then.has("again")) {
            assertThat(verdict)
                    .isEqualTo(new Verdict.Again(
                            then.get("again").asText(), then.get("backOff").asBoolean()));
        } else if (then.has("split")) {
            assertThat(verdict).isInstanceOf(Verdict.Split.class);
        } else {
            assertThat(verdict).isInstanceOfSatisfying(Verdict.Each.class, each -> {
                assertThat(each.accepted().stream().map(EventId::of).toList()).isEqualTo(ids(then, "accepted"));
                assertThat(ids(each.retry())).isEqualTo(ids(then, "retry"));
                assertThat(ids(each.refused())).isEqualTo(ids(then, "refused"));
            });
        }
    }

    private static List<String> ids(List<Verdict.Refusal> refusals) {
        return refusals.stream().map(refusal -> EventId.of(refusal.entry())).toList();
    }

    private static List<String> ids(JsonNode then, String list) {
        List<String> ids = new ArrayList<>();
        then.path(list).forEach(id -> ids.add(id.asText()));
        return ids;
    }

    private static List<JournalEntry> sent(JsonNode names) {
        List<JournalEntry> entries = new ArrayList<>();
        for (JsonNode name : names) {
            String[] parts = name.asText().split("/");
            entries.add(new JournalEntry(
                    entries.size() + 1 + "-0",
                    parts[0],
                    "holdUpdatedEvents",
                    Map.of("eventId", parts[1]),
                    new byte[0]));
        }
        return entries;
    }
}

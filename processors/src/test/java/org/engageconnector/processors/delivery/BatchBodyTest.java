package org.engageconnector.processors.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.engageconnector.journal.JournalEntry;
import org.junit.jupiter.api.Test;

class BatchBodyTest {

    private static JournalEntry entry(String kind, String body) {
        return new JournalEntry("1-0", "c", kind, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void eventsOfAKindShareOneListInTheOrderOfTheJournal() {
        byte[] body = BatchBody.of(List.of(
                entry("userEstablishedEvents", "{\"eventId\":\"1\"}"),
                entry("holdUpdatedEvents", "{\"eventId\":\"2\"}"),
                entry("userEstablishedEvents", "{\"eventId\":\"3\",\"ani\":\"Müller\"}")));
        assertThat(new String(body, StandardCharsets.UTF_8))
                .isEqualTo("{\"userEstablishedEvents\":[{\"eventId\":\"1\"},{\"eventId\":\"3\",\"ani\":\"Müller\"}],"
                        + "\"holdUpdatedEvents\":[{\"eventId\":\"2\"}]}");
    }

    @Test
    void theSizeThatTheJournalReckonsWithIsNeverTooSmall() {
        // components/BatchLimits: 64 for the envelope, then body + kind + 8 for each event
        List<JournalEntry> entries =
                List.of(entry("holdUpdatedEvents", "{}"), entry("ivrEstablishedEvents", "{\"a\":1}"));
        int reckoned = 64
                + entries.stream()
                        .mapToInt(each -> each.body().length + each.kind().length() + 8)
                        .sum();
        assertThat(BatchBody.of(entries)).hasSizeLessThanOrEqualTo(reckoned);
    }
}

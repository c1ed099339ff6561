package org.engageconnector.processors.delivery;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.engageconnector.journal.JournalEntry;

/** Writes the body of a batch: one array per event type, each in the order of the journal. */
final class BatchBody {

    private BatchBody() {}

    /** UTF-8 JSON; the events' own bytes go in unchanged, so a repeat is equal byte by byte. */
    static byte[] of(List<JournalEntry> entries) {
        Map<String, List<JournalEntry>> byKind = entries.stream()
                .collect(Collectors.groupingBy(JournalEntry::kind, LinkedHashMap::new, Collectors.toList()));
        ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
        char before = '{';
        for (Map.Entry<String, List<JournalEntry>> list : byKind.entrySet()) {
            write(out, before + "\"" + list.getKey() + "\":");
            char separator = '[';
            for (JournalEntry entry : list.getValue()) {
                out.write(separator);
                out.writeBytes(entry.body());
                separator = ',';
            }
            out.write(']');
            before = ',';
        }
        out.write('}');
        return out.toByteArray();
    }

    private static void write(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}

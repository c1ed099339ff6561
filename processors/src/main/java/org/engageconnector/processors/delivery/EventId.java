package org.engageconnector.processors.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.engageconnector.journal.JournalEntry;

/** Finds the {@code eventId} of a journaled event. */
final class EventId {

    private static final ObjectMapper JSON = new ObjectMapper();

    private EventId() {}

    /** From the entry's headers, else from its body; empty when neither has one. */
    static String of(JournalEntry entry) {
        String id = entry.headers().get("eventId");
        if (id != null) {
            return id;
        }
        try {
            JsonNode body = JSON.readTree(entry.body());
            return body == null ? "" : body.path("eventId").asText("");
        } catch (IOException notJson) {
            return "";
        }
    }
}

package org.engageconnector.component.journal.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.engageconnector.journal.JournalEntry;

/** Which leg an event establishes: others that name it make no sense without it. */
public final class EstablishedLeg {

    private static final ObjectMapper JSON = new ObjectMapper();

    private EstablishedLeg() {}

    /** The {@code communicationId} of an Established event; null for any other entry. */
    public static String of(JournalEntry entry) {
        if (!entry.kind().endsWith("EstablishedEvents")) {
            return null;
        }
        try {
            JsonNode body = JSON.readTree(entry.body());
            String leg = body == null ? "" : body.path("communicationId").asText("");
            return leg.isEmpty() ? null : leg;
        } catch (IOException notJson) {
            return null;
        }
    }
}

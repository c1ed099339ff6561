package org.engageconnector.component.journal.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.engageconnector.journal.JournalEntry;

/**
 * Legs whose Established event lies in the dead letters, by conversation. Events that name such a leg follow it unsent.
 * Guarded by its owner's lock. Source: docs/delivery.md, "Answers".
 */
final class DeadLegs {

    /** Notes of this kind are named {@code leg:<leg id>}; their value is the conversation. */
    static final String NOTE = "leg:";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Set<String>> legs = new HashMap<>();

    /** Grows with every leg that is added here. */
    long additions;

    /** The leg that an event establishes; null for any other event. */
    static String established(JournalEntry entry) {
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

    void add(String key, String leg) {
        legs.computeIfAbsent(key, unused -> new HashSet<>()).add(leg);
        additions++;
    }

    /** Replaces everything by what the notes say. */
    void load(Map<String, String> notes) {
        legs.clear();
        notes.forEach((field, key) -> {
            if (field.startsWith(NOTE)) {
                add(key, field.substring(NOTE.length()));
            }
        });
    }

    Set<String> keys() {
        return legs.keySet();
    }

    /** The dead leg that an entry names, or null. */
    String namedBy(Item item) {
        for (String leg : legs.getOrDefault(item.key, Set.of())) {
            if (item.names(leg)) {
                return leg;
            }
        }
        return null;
    }
}

package org.engageconnector.component.journal.delivery;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.engageconnector.journal.DatedNote;
import org.engageconnector.journal.DeadLetter;

/**
 * Legs whose Established event lies in the dead letters, by conversation. Events that name such a leg follow it unsent.
 * Guarded by its owner's lock. Source: docs/delivery.md#answers.
 */
final class DeadLegs {

    private final Map<String, Set<String>> legs = new HashMap<>();

    /** Grows with every leg that is added here. */
    long additions;

    void add(String key, String leg) {
        legs.computeIfAbsent(key, unused -> new HashSet<>()).add(leg);
        additions++;
    }

    /** Replaces everything by what the notes say. */
    void load(Map<String, String> notes) {
        legs.clear();
        notes.forEach((field, written) -> {
            if (field.startsWith(DeadLetter.LEG_NOTE)) {
                add(DatedNote.parse(written).text(), field.substring(DeadLetter.LEG_NOTE.length()));
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

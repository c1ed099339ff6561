package org.engageconnector.component.journal.delivery;

import java.util.Map;
import org.engageconnector.component.journal.Confirmation;
import org.engageconnector.journal.JournalEntry;

/** What is noted of an event that goes to the dead letters, for those that come after it. */
final class Grave {

    /** Notes of this kind are named {@code key:<key>}; their value is the last position accepted since. */
    static final String KEY_NOTE = "key:";

    private Grave() {}

    /** Adds the notes to a change, and the event's leg, where it establishes one, to {@code newLegs} (leg to key). */
    static void note(Outbox outbox, Confirmation edit, JournalEntry entry, Map<String, String> newLegs) {
        String leg = DeadLegs.established(entry);
        if (leg != null) {
            edit.note(DeadLegs.NOTE + leg, entry.key());
            newLegs.put(leg, entry.key());
        }
        boolean news = outbox.locked(() -> outbox.watchedKeys.putIfAbsent(entry.key(), "") == null);
        if (news) {
            edit.note(KEY_NOTE + entry.key(), "");
        }
    }
}

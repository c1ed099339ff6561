package org.engageconnector.component.journal.delivery;

import java.util.Map;
import org.engageconnector.component.journal.stream.EstablishedLeg;
import org.engageconnector.journal.DatedNote;
import org.engageconnector.journal.DeadLetter;
import org.engageconnector.journal.JournalEntry;

/** Notes the leg and the key of an event that goes to the dead letters, so that later events of them can be held back. */
final class Grave {

    private Grave() {}

    /** Adds the notes to a change, and the event's leg, where it establishes one, to {@code newLegs} (leg to key). */
    static void note(Outbox outbox, Confirmation edit, JournalEntry entry, Map<String, String> newLegs) {
        long now = outbox.journal.time();
        String leg = EstablishedLeg.of(entry);
        if (leg != null) {
            edit.note(DeadLetter.LEG_NOTE + leg, new DatedNote(now, entry.key()).written());
            newLegs.put(leg, entry.key());
        }
        boolean news = outbox.locked(() -> outbox.watchedKeys.putIfAbsent(entry.key(), "") == null);
        if (news) {
            edit.note(DeadLetter.KEY_NOTE + entry.key(), new DatedNote(now, "").written());
        }
    }
}

package org.engageconnector.component.journal.delivery;

import org.engageconnector.journal.DatedNote;
import org.engageconnector.journal.DeadLetter;

/** The forms of the notes that a new owner of a delivery reads. */
final class StoredNote {

    private StoredNote() {}

    /** The note; throws when it is not of the form that its field asks for. */
    static String checked(String field, String text) {
        if (field.startsWith(DeadLetter.KEY_NOTE)) {
            String last = DatedNote.parse(text).text();
            if (!last.isEmpty()) {
                Position.of(last);
            }
        } else if (field.startsWith(DeadLetter.LEG_NOTE)) {
            DatedNote.parse(text);
        } else if (field.startsWith("stopped:")) {
            StoppedTime.parse(text);
        }
        return text;
    }
}

package org.engageconnector.component.journal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.engageconnector.journal.JournalEntry;
import org.engageconnector.journal.NewEntry;

/** Makes a dead letter of an entry that its route cannot handle. */
final class DeadLetter {

    static final String JOURNAL = "dead-letters";

    private static final int LONGEST = 200;

    private DeadLetter() {}

    static NewEntry of(Partition from, JournalEntry entry, Throwable error, int attempts, long redisTime) {
        Map<String, String> headers = new LinkedHashMap<>(entry.headers());
        headers.put("journal", from.journal());
        headers.put("partition", from.name());
        headers.put("error", describe(error));
        headers.put("attempts", Integer.toString(attempts));
        headers.put("appendedAt", Long.toString(entry.appendedAt()));
        headers.put("refusedAt", Long.toString(redisTime));
        return new NewEntry(entry.key(), entry.kind(), headers, entry.body());
    }

    /** Class, place and message; digits and quoted text are blotted out, since they may be a caller's. */
    static String describe(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String place = "";
        for (StackTraceElement frame : root.getStackTrace()) {
            if (frame.getClassName().startsWith("org.engageconnector.")) {
                place = " at " + frame.getFileName() + ":" + frame.getLineNumber();
                break;
            }
        }
        String message = root.getMessage() == null ? "" : ": " + root.getMessage();
        String text = root.getClass().getName()
                + place
                + message.replaceAll("\"[^\"]*\"|'[^']*'", "'...'").replaceAll("\\d{3,}", "###");
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}

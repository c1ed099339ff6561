package org.engageconnector.app.settings;

import java.util.Collection;
import java.util.Comparator;

/** Finds what a person probably meant. */
public final class NearestName {

    private NearestName() {}

    /** One that begins with what is written, else the candidate with the least edits; the first of equals. */
    public static String of(String written, Collection<String> candidates) {
        return candidates.stream()
                .min(Comparator.<String, Boolean>comparing(
                                candidate -> written.isEmpty() || !candidate.startsWith(written))
                        .thenComparing(candidate -> edits(written, candidate)))
                .orElseThrow();
    }

    private static int edits(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replace = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replace, 1 + Math.min(previous[j], row[j - 1]));
            }
            previous = row;
        }
        return previous[b.length()];
    }
}

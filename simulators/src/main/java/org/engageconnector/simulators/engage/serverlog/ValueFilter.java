package org.engageconnector.simulators.engage.serverlog;

import java.util.Map;

/**
 * What a server's log filter does to the values of lists: {@code hide}, {@code hide-first,n}, {@code hide-last,n},
 * {@code unhide-first,n}, {@code unhide-last,n}, {@code tag} and {@code skip}.
 *
 * @param byKey the word for a key
 * @param otherwise the word for every other key; {@code null} shows them
 */
public record ValueFilter(Map<String, String> byKey, String otherwise) {

    /** Shows everything. */
    public static final ValueFilter NONE = new ValueFilter(Map.of(), null);

    /** The value as the log shows it; {@code null} when the pair is left out. */
    String shown(String key, String value) {
        String word = byKey.getOrDefault(key, otherwise);
        if (word == null) {
            return value;
        }
        int comma = word.indexOf(',');
        int n = comma < 0 ? 0 : Math.min(value.length(), Integer.parseInt(word.substring(comma + 1)));
        int length = value.length();
        return switch (comma < 0 ? word : word.substring(0, comma)) {
            case "skip" -> null;
            case "tag" -> "<#" + value + "#>";
            case "hide" -> "*".repeat(length);
            case "hide-first" -> "*".repeat(n) + value.substring(n);
            case "hide-last" -> value.substring(0, length - n) + "*".repeat(n);
            case "unhide-first" -> value.substring(0, n) + "*".repeat(length - n);
            case "unhide-last" -> "*".repeat(length - n) + value.substring(length - n);
            default -> throw new IllegalArgumentException("no log filter: " + word);
        };
    }
}

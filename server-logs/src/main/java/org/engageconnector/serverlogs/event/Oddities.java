package org.engageconnector.serverlogs.event;

import java.util.Map;
import java.util.TreeMap;

/** What could not be read, or was left out: how often by kind, and where it was first. One thread at a time. */
public final class Oddities {

    private static final int MOST_KEYS = 10_000;

    /**
     * One kind.
     *
     * @param times how often it was met
     * @param file the file where it was first
     * @param line the line there, from 1
     */
    public record Kind(long times, String file, long line) {}

    private final Map<String, Kind> kinds = new TreeMap<>();
    private final Map<String, Long> hidden = new TreeMap<>();

    /** One more of a kind. */
    public void add(String kind, String file, long line) {
        Kind known = kinds.get(kind);
        if (known != null) {
            kinds.put(kind, new Kind(known.times + 1, known.file, known.line));
        } else if (kinds.size() < MOST_KEYS) {
            kinds.put(kind, new Kind(1, file, line));
        }
    }

    /** The log hides the value of a key. */
    public void hidden(String key) {
        if (hidden.containsKey(key) || hidden.size() < MOST_KEYS) {
            hidden.merge(key, 1L, Long::sum);
        }
    }

    /** By kind, in the order of their names. */
    public Map<String, Kind> kinds() {
        return Map.copyOf(kinds);
    }

    /** Keys whose values the log hides, and how often. */
    public Map<String, Long> hiddenKeys() {
        return Map.copyOf(hidden);
    }
}

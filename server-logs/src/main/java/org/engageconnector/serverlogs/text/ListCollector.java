package org.engageconnector.serverlogs.text;

import java.util.ArrayList;
import java.util.List;
import org.engageconnector.message.KeyValueList;
import org.engageconnector.message.KeyValueList.Pair;

/**
 * Puts the pairs of a printed key-value list together. Lists inside lists are told by their indent, or, where a log lost it, by the
 * number of pairs that the list itself says. The length that it says shows whether something is missing. One thread at a time.
 */
final class ListCollector {

    static final int UNKNOWN = -1;

    private static final int MOST_PAIRS = 4096;
    private static final int DEEPEST = 6;
    private static final int LIST_BYTES = 2;
    private static final int PAIR_BYTES = 5;

    private final List<List<Pair>> levels = new ArrayList<>();
    private final List<Integer> indents = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private int declaredBytes;
    private int declaredPairs;
    private int bytes;
    private int pairs;
    private boolean open;

    /** Begins a list; {@link #UNKNOWN} for what is not said. */
    void begin(int saidBytes, int saidPairs) {
        levels.clear();
        indents.clear();
        keys.clear();
        declaredBytes = saidBytes;
        declaredPairs = saidPairs;
        bytes = LIST_BYTES;
        pairs = 0;
        open = true;
        level(UNKNOWN, null);
    }

    boolean isOpen() {
        return open;
    }

    /** How many bytes a value of a key of this length may still have; a large number when the list does not say. */
    int room(int keyBytes) {
        return declaredBytes == UNKNOWN ? Integer.MAX_VALUE : declaredBytes - bytes - PAIR_BYTES - keyBytes;
    }

    /** A pair on a line of its own. @param valueBytes as the length of the list counts it: 4 for a number */
    void pair(int indent, String key, int keyBytes, Object value, int valueBytes) {
        settle(indent);
        add(key, keyBytes, value, valueBytes);
    }

    /** The first pair of a list that was just begun, on the same line. */
    void first(String key, int keyBytes, Object value, int valueBytes) {
        add(key, keyBytes, value, valueBytes);
    }

    /** A list as value; its pairs follow. {@code indent} is {@link #UNKNOWN} when it begins on the line of another list. */
    void list(int indent, String key, int keyBytes) {
        if (indent != UNKNOWN) {
            settle(indent);
        }
        bytes += PAIR_BYTES + keyBytes + 2 * LIST_BYTES;
        if (levels.size() < DEEPEST) {
            level(UNKNOWN, key);
        }
    }

    /** Replaces the value of the last pair by a longer one: it went on over more lines. */
    void amend(boolean wasShown, Object value, int fewer, int more) {
        bytes += more - fewer;
        List<Pair> last = levels.get(levels.size() - 1);
        if (wasShown && !last.isEmpty()) {
            Pair pair = last.remove(last.size() - 1);
            if (value != null) {
                last.add(new Pair(pair.key(), value));
            }
        }
    }

    /** Ends the list. */
    KeyValueList end() {
        open = false;
        while (levels.size() > 1) {
            close();
        }
        regroup();
        return new KeyValueList(levels.get(0));
    }

    /** Whether the pairs that were read have the length that the list says; line ends in values may have grown by a byte each. */
    boolean complete(int lineEnds) {
        return declaredBytes == UNKNOWN || declaredBytes >= bytes && declaredBytes <= bytes + lineEnds;
    }

    private void add(String key, int keyBytes, Object value, int valueBytes) {
        bytes += PAIR_BYTES + keyBytes + valueBytes;
        if (value != null && ++pairs <= MOST_PAIRS) {
            levels.get(levels.size() - 1).add(new Pair(key, value));
        }
    }

    private void level(int indent, String key) {
        levels.add(new ArrayList<>());
        indents.add(indent);
        keys.add(key);
    }

    /** Ends the inner lists that a pair of this indent does not belong to. */
    private void settle(int indent) {
        while (levels.size() > 1) {
            int last = levels.size() - 1;
            if (indents.get(last) == UNKNOWN && indent > indents.get(last - 1)) {
                indents.set(last, indent);
            }
            if (indents.get(last) != UNKNOWN && indent >= indents.get(last)) {
                return;
            }
            close();
        }
        if (indents.get(0) == UNKNOWN) {
            indents.set(0, indent);
        }
    }

    private void close() {
        int last = levels.size() - 1;
        KeyValueList inner = new KeyValueList(levels.remove(last));
        indents.remove(last);
        levels.get(last - 1).add(new Pair(keys.remove(last), inner));
    }

    /** Where all pairs had one indent: what is too much at the top belongs into the first list there. */
    private void regroup() {
        List<Pair> top = levels.get(0);
        int excess = top.size() - declaredPairs;
        if (declaredPairs <= 0 || excess <= 0) {
            return;
        }
        for (int i = 0; i < top.size(); i++) {
            if (top.get(i).value() instanceof KeyValueList inner && i + excess < top.size()) {
                List<Pair> grown = new ArrayList<>(inner.pairs());
                grown.addAll(top.subList(i + 1, i + 1 + excess));
                top.subList(i + 1, i + 1 + excess).clear();
                top.set(i, new Pair(top.get(i).key(), new KeyValueList(grown)));
                return;
            }
        }
    }
}

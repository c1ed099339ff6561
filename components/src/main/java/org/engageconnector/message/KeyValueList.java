package org.engageconnector.message;

import java.util.ArrayList;
import java.util.List;

/**
 * A Genesys key-value list, such as UserData, Extensions or Reasons: pairs in their order; a key may repeat.
 *
 * <p>A value is a {@link String}, an {@link Integer}, a {@link Long}, a {@code byte[]} or another list. Look-ups give the
 * first pair of that key with a value of the asked type, else {@code null}. Immutable.
 */
public record KeyValueList(List<Pair> pairs) {

    /** The list without pairs. */
    public static final KeyValueList EMPTY = new KeyValueList(List.of());

    /** One pair. */
    public record Pair(String key, Object value) {}

    public KeyValueList {
        pairs = List.copyOf(pairs);
    }

    /** Makes a list of alternating keys and values. */
    public static KeyValueList of(Object... keysAndValues) {
        List<Pair> pairs = new ArrayList<>(keysAndValues.length / 2);
        for (int i = 0; i < keysAndValues.length; i += 2) {
            pairs.add(new Pair((String) keysAndValues[i], keysAndValues[i + 1]));
        }
        return new KeyValueList(pairs);
    }

    public String text(String key) {
        return first(key, String.class);
    }

    public Integer integer(String key) {
        return first(key, Integer.class);
    }

    public KeyValueList list(String key) {
        return first(key, KeyValueList.class);
    }

    private <T> T first(String key, Class<T> type) {
        for (Pair pair : pairs) {
            if (pair.key().equals(key) && type.isInstance(pair.value())) {
                return type.cast(pair.value());
            }
        }
        return null;
    }
}

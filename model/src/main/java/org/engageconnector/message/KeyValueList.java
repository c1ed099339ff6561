package org.engageconnector.message;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

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
        pairs = pairs instanceof Taken ? pairs : List.copyOf(pairs);
    }

    /** For decoders: takes the array over without a copy; the caller must not touch it any more. */
    public static KeyValueList ofArray(Pair[] pairs) {
        return new KeyValueList(new Taken(pairs));
    }

    /** Makes a list of alternating keys and values. */
    public static KeyValueList of(Object... keysAndValues) {
        List<Pair> pairs = new ArrayList<>(keysAndValues.length / 2);
        for (int i = 0; i < keysAndValues.length; i += 2) {
            pairs.add(new Pair((String) keysAndValues[i], keysAndValues[i + 1]));
        }
        return new KeyValueList(pairs);
    }

    public @Nullable String text(String key) {
        return first(key, String.class);
    }

    public @Nullable Integer integer(String key) {
        return first(key, Integer.class);
    }

    public @Nullable KeyValueList list(String key) {
        return first(key, KeyValueList.class);
    }

    private @Nullable <T> T first(String key, Class<T> type) {
        for (Pair pair : pairs) {
            if (pair.key().equals(key) && type.isInstance(pair.value())) {
                return type.cast(pair.value());
            }
        }
        return null;
    }

    /** An unmodifiable list on an array that nobody else has. */
    private static final class Taken extends AbstractList<Pair> implements RandomAccess {

        private final Pair[] taken;

        private Taken(Pair[] taken) {
            this.taken = taken;
        }

        @Override
        public Pair get(int index) {
            return taken[index];
        }

        @Override
        public int size() {
            return taken.length;
        }
    }
}

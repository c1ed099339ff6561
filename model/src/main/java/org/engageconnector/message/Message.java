package org.engageconnector.message;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message from or to an Engage server: its number and its attributes in the order of the frame. Immutable.
 *
 * <p>A value is a {@link String}, an {@link Integer}, a {@link Long}, a {@code byte[]} or a {@link KeyValueList}. The typed
 * look-ups give {@code null} when the attribute is absent or has another type; attributes nobody knows are kept.
 */
public final class Message {

    /** One attribute: its id and its value. */
    public record Attribute(int id, Object value) {}

    private final int number;
    private final int[] ids;
    private final Object[] values;

    public Message(int number, List<Attribute> attributes) {
        this(
                number,
                attributes.stream().mapToInt(Attribute::id).toArray(),
                attributes.stream().map(Attribute::value).toArray());
    }

    private Message(int number, int[] ids, Object[] values) {
        this.number = number;
        this.ids = ids;
        this.values = values;
    }

    /** For decoders: takes both arrays over without a copy; the caller must not touch them any more. */
    public static Message ofArrays(int number, int[] ids, Object[] values) {
        if (ids.length != values.length) {
            throw new IllegalArgumentException(ids.length + " ids and " + values.length + " values");
        }
        return new Message(number, ids, values);
    }

    public static Builder of(int number) {
        return new Builder(number);
    }

    /** The message number, 0 to 65535. */
    public int number() {
        return number;
    }

    /** The attributes in the order of the frame, as a new list. */
    public List<Attribute> attributes() {
        List<Attribute> attributes = new ArrayList<>(ids.length);
        for (int i = 0; i < ids.length; i++) {
            attributes.add(new Attribute(ids[i], values[i]));
        }
        return List.copyOf(attributes);
    }

    /** How many attributes there are. */
    public int size() {
        return ids.length;
    }

    /** The id of the attribute at a place, 0 to size - 1. */
    public int id(int index) {
        return ids[index];
    }

    /** The value of the attribute at a place, 0 to size - 1. */
    public Object valueAt(int index) {
        return values[index];
    }

    public @Nullable Object value(int id) {
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] == id) {
                return values[i];
            }
        }
        return null;
    }

    public boolean has(int id) {
        return value(id) != null;
    }

    public @Nullable String text(int id) {
        return value(id) instanceof String text ? text : null;
    }

    public @Nullable Integer integer(int id) {
        return value(id) instanceof Integer number ? number : null;
    }

    public int integer(int id, int otherwise) {
        return value(id) instanceof Integer number ? number : otherwise;
    }

    public @Nullable Long longInteger(int id) {
        return value(id) instanceof Long number ? number : null;
    }

    public byte @Nullable [] binary(int id) {
        return value(id) instanceof byte[] bytes ? bytes : null;
    }

    public @Nullable KeyValueList list(int id) {
        return value(id) instanceof KeyValueList list ? list : null;
    }

    /** Collects attributes; a {@code null} value adds nothing. Not thread-safe. */
    public static final class Builder {
        private final int number;
        private final List<Attribute> attributes = new ArrayList<>();

        private Builder(int number) {
            this.number = number;
        }

        public Builder with(int id, @Nullable Object value) {
            if (value != null) {
                attributes.add(new Attribute(id, value));
            }
            return this;
        }

        public Message build() {
            return new Message(number, attributes);
        }
    }
}

package org.engageconnector.message;

import java.util.ArrayList;
import java.util.List;

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
    private final List<Attribute> attributes;

    public Message(int number, List<Attribute> attributes) {
        this.number = number;
        this.attributes = List.copyOf(attributes);
    }

    public static Builder of(int number) {
        return new Builder(number);
    }

    /** The message number, 0 to 65535. */
    public int number() {
        return number;
    }

    public List<Attribute> attributes() {
        return attributes;
    }

    public Object value(int id) {
        for (Attribute attribute : attributes) {
            if (attribute.id() == id) {
                return attribute.value();
            }
        }
        return null;
    }

    public boolean has(int id) {
        return value(id) != null;
    }

    public String text(int id) {
        return value(id) instanceof String text ? text : null;
    }

    public Integer integer(int id) {
        return value(id) instanceof Integer number ? number : null;
    }

    public int integer(int id, int otherwise) {
        return value(id) instanceof Integer number ? number : otherwise;
    }

    public Long longInteger(int id) {
        return value(id) instanceof Long number ? number : null;
    }

    public byte[] binary(int id) {
        return value(id) instanceof byte[] bytes ? bytes : null;
    }

    public KeyValueList list(int id) {
        return value(id) instanceof KeyValueList list ? list : null;
    }

    /** Collects attributes; a {@code null} value adds nothing. Not thread-safe. */
    public static final class Builder {
        private final int number;
        private final List<Attribute> attributes = new ArrayList<>();

        private Builder(int number) {
            this.number = number;
        }

        public Builder with(int id, Object value) {
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

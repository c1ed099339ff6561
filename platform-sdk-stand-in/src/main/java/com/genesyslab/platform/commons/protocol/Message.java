package com.genesyslab.platform.commons.protocol;

import java.util.LinkedHashMap;
import java.util.Map;
import org.engageconnector.standin.Switches;

/** A message; its attributes by name. */
public abstract class Message {

    private final Map<String, Object> attributes = new LinkedHashMap<>();

    public abstract int messageId();

    public abstract String messageName();

    public Object getMessageAttribute(String name) {
        if (!attributes.containsKey(name) && Switches.is("unknown-attribute", "throws")) {
            throw new IllegalArgumentException("no attribute " + name);
        }
        return attributes.get(name);
    }

    /** Not of the SDK: an attribute as it was parsed. */
    protected final <T> T get(String name, Class<T> type) {
        if (Switches.is("broken-attribute", name)) {
            throw new IllegalStateException("cannot be parsed");
        }
        return type.cast(attributes.get(name));
    }

    /** Not of the SDK. */
    public final void put(String name, Object value) {
        attributes.put(name, value);
    }

    /** Not of the SDK. */
    public final Map<String, Object> all() {
        return attributes;
    }
}

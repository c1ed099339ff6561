package com.genesyslab.platform.reporting.protocol.statserver;

import java.util.HashMap;
import java.util.Map;

/** Part of a request. */
public class Notification {

    private final Map<String, Object> values = new HashMap<>();

    protected Notification() {}

    public static Notification create() {
        return new Notification();
    }

    public void setMode(NotificationMode value) {
        values.put("Mode", value);
    }

    public void setFrequency(int value) {
        values.put("Frequency", value);
    }

    public void setInsensitivity(int value) {
        values.put("Insensitivity", value);
    }

    /** Not of the SDK. */
    public Map<String, Object> all() {
        return values;
    }
}

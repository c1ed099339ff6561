package com.genesyslab.platform.reporting.protocol.statserver.events;

import com.genesyslab.platform.commons.protocol.Message;

/** Number 1. */
public abstract class EventError extends Message {

    public static final int ID = 1;
    public static final String NAME = "EventError";

    public static EventError create() {
        return new Plain();
    }

    @Override
    public int messageId() {
        return ID;
    }

    @Override
    public String messageName() {
        return NAME;
    }

    public Integer getReferenceId() {
        return get("ReferenceId", Integer.class);
    }

    public Integer getIntValue() {
        return get("IntValue", Integer.class);
    }

    public String getStringValue() {
        return get("StringValue", String.class);
    }

    private static final class Plain extends EventError {}
}

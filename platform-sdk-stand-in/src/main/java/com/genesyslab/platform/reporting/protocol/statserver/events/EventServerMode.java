package com.genesyslab.platform.reporting.protocol.statserver.events;

import com.genesyslab.platform.commons.protocol.Message;

/** Number 63. */
public abstract class EventServerMode extends Message {

    public static final int ID = 63;
    public static final String NAME = "EventServerMode";

    public static EventServerMode create() {
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

    public Integer getIntValue() {
        return get("IntValue", Integer.class);
    }

    private static final class Plain extends EventServerMode {}
}

package com.genesyslab.platform.reporting.protocol.statserver.events;

import com.genesyslab.platform.commons.protocol.Message;

/** Number 43. */
public abstract class EventStatisticClosed extends Message {

    public static final int ID = 43;
    public static final String NAME = "EventStatisticClosed";

    public static EventStatisticClosed create() {
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

    private static final class Plain extends EventStatisticClosed {}
}

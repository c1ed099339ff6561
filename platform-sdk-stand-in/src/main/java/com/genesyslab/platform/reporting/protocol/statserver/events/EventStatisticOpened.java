package com.genesyslab.platform.reporting.protocol.statserver.events;

import com.genesyslab.platform.commons.protocol.Message;

/** Number 62. */
public abstract class EventStatisticOpened extends Message {

    public static final int ID = 62;
    public static final String NAME = "EventStatisticOpened";

    public static EventStatisticOpened create() {
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

    private static final class Plain extends EventStatisticOpened {}
}

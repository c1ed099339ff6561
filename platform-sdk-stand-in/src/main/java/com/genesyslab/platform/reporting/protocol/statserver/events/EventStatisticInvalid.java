package com.genesyslab.platform.reporting.protocol.statserver.events;

import com.genesyslab.platform.commons.protocol.Message;

/** Number 50. */
public abstract class EventStatisticInvalid extends Message {

    public static final int ID = 50;
    public static final String NAME = "EventStatisticInvalid";

    public static EventStatisticInvalid create() {
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

    private static final class Plain extends EventStatisticInvalid {}
}

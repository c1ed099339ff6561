package com.genesyslab.platform.reporting.protocol.statserver.events;

import com.genesyslab.platform.commons.protocol.Message;

/** Number 49. */
public abstract class EventStatisticValid extends Message {

    public static final int ID = 49;
    public static final String NAME = "EventStatisticValid";

    public static EventStatisticValid create() {
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

    private static final class Plain extends EventStatisticValid {}
}

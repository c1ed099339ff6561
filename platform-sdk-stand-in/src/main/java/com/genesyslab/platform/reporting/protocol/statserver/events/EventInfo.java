package com.genesyslab.platform.reporting.protocol.statserver.events;

import com.genesyslab.platform.commons.protocol.Message;
import com.genesyslab.platform.reporting.protocol.statserver.IStatisticStatus;

/** Number 2. */
public abstract class EventInfo extends Message {

    public static final int ID = 2;
    public static final String NAME = "EventInfo";

    public static EventInfo create() {
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

    public IStatisticStatus getStateValue() {
        return get("StateValue", IStatisticStatus.class);
    }

    public Integer getTimestamp() {
        return get("Timestamp", Integer.class);
    }

    private static final class Plain extends EventInfo {}
}

package com.genesyslab.platform.voice.protocol.tserver.events;

/** Number 58. */
public abstract class EventDiverted extends TServerEvent {

    public static final int ID = 58;
    public static final String NAME = "EventDiverted";

    public static EventDiverted create() {
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

    private static final class Plain extends EventDiverted {}
}

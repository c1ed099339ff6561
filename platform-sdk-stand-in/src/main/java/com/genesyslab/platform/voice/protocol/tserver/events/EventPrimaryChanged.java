package com.genesyslab.platform.voice.protocol.tserver.events;

/** Number 133. */
public abstract class EventPrimaryChanged extends TServerEvent {

    public static final int ID = 133;
    public static final String NAME = "EventPrimaryChanged";

    public static EventPrimaryChanged create() {
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

    private static final class Plain extends EventPrimaryChanged {}
}

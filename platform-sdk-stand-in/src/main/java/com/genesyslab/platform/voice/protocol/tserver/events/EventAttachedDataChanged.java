package com.genesyslab.platform.voice.protocol.tserver.events;

/** Number 85. */
public abstract class EventAttachedDataChanged extends TServerEvent {

    public static final int ID = 85;
    public static final String NAME = "EventAttachedDataChanged";

    public static EventAttachedDataChanged create() {
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

    private static final class Plain extends EventAttachedDataChanged {}
}

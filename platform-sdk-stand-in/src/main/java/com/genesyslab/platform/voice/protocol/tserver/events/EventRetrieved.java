package com.genesyslab.platform.voice.protocol.tserver.events;

/** Number 67. */
public abstract class EventRetrieved extends TServerEvent {

    public static final int ID = 67;
    public static final String NAME = "EventRetrieved";

    public static EventRetrieved create() {
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

    private static final class Plain extends EventRetrieved {}
}

package com.genesyslab.platform.voice.protocol.tserver.events;

/** Number 53. */
public abstract class EventRegistered extends TServerEvent {

    public static final int ID = 53;
    public static final String NAME = "EventRegistered";

    public static EventRegistered create() {
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

    private static final class Plain extends EventRegistered {}
}

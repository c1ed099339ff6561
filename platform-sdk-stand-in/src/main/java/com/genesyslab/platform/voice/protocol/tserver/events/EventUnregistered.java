package com.genesyslab.platform.voice.protocol.tserver.events;

/** Number 54. */
public abstract class EventUnregistered extends TServerEvent {

    public static final int ID = 54;
    public static final String NAME = "EventUnregistered";

    public static EventUnregistered create() {
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

    private static final class Plain extends EventUnregistered {}
}

package com.genesyslab.platform.voice.protocol.tserver.events;

/** Number 57. */
public abstract class EventQueued extends TServerEvent {

    public static final int ID = 57;
    public static final String NAME = "EventQueued";

    public static EventQueued create() {
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

    private static final class Plain extends EventQueued {}
}

package com.genesyslab.platform.voice.protocol.tserver.events;

/** Number 52. */
public abstract class EventError extends TServerEvent {

    public static final int ID = 52;
    public static final String NAME = "EventError";

    public static EventError create() {
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

    private static final class Plain extends EventError {}
}

package com.genesyslab.platform.voice.protocol.tserver.events;

/** Number 61. */
public abstract class EventDialing extends TServerEvent {

    public static final int ID = 61;
    public static final String NAME = "EventDialing";

    public static EventDialing create() {
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

    private static final class Plain extends EventDialing {}
}

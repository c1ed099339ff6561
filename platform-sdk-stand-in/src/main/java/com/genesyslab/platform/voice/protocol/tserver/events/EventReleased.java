package com.genesyslab.platform.voice.protocol.tserver.events;

/** Number 65. */
public abstract class EventReleased extends TServerEvent {

    public static final int ID = 65;
    public static final String NAME = "EventReleased";

    public static EventReleased create() {
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

    private static final class Plain extends EventReleased {}
}

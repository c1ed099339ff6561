package com.genesyslab.platform.voice.protocol.tserver.events;

/** Number 66. */
public abstract class EventHeld extends TServerEvent {

    public static final int ID = 66;
    public static final String NAME = "EventHeld";

    public static EventHeld create() {
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

    private static final class Plain extends EventHeld {}
}

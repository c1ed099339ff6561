package com.genesyslab.platform.voice.protocol.tserver.events;

/** Number 161. */
public abstract class EventCallDataChanged extends TServerEvent {

    public static final int ID = 161;
    public static final String NAME = "EventCallDataChanged";

    public static EventCallDataChanged create() {
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

    private static final class Plain extends EventCallDataChanged {}
}

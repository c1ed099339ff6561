package com.genesyslab.platform.voice.protocol.tserver.events;

/** Number 162. */
public abstract class EventCallDeleted extends TServerEvent {

    public static final int ID = 162;
    public static final String NAME = "EventCallDeleted";

    public static EventCallDeleted create() {
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

    private static final class Plain extends EventCallDeleted {}
}

package com.genesyslab.platform.voice.protocol.tserver.events;

/** Number 96. */
public abstract class EventUserEvent extends TServerEvent {

    public static final int ID = 96;
    public static final String NAME = "EventUserEvent";

    public static EventUserEvent create() {
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

    private static final class Plain extends EventUserEvent {}
}

package com.genesyslab.platform.voice.protocol.tserver.events;

/** Number 69. */
public abstract class EventPartyAdded extends TServerEvent {

    public static final int ID = 69;
    public static final String NAME = "EventPartyAdded";

    public static EventPartyAdded create() {
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

    private static final class Plain extends EventPartyAdded {}
}

package com.genesyslab.platform.voice.protocol.tserver.events;

/** Number 68. */
public abstract class EventPartyChanged extends TServerEvent {

    public static final int ID = 68;
    public static final String NAME = "EventPartyChanged";

    public static EventPartyChanged create() {
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

    private static final class Plain extends EventPartyChanged {}
}

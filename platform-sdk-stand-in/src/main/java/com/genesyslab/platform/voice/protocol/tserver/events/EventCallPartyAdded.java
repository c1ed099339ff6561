package com.genesyslab.platform.voice.protocol.tserver.events;

/** Number 163. */
public abstract class EventCallPartyAdded extends TServerEvent {

    public static final int ID = 163;
    public static final String NAME = "EventCallPartyAdded";

    public static EventCallPartyAdded create() {
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

    private static final class Plain extends EventCallPartyAdded {}
}

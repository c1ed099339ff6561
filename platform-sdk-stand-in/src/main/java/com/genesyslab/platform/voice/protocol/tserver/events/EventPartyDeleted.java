package com.genesyslab.platform.voice.protocol.tserver.events;

/** Number 70. */
public abstract class EventPartyDeleted extends TServerEvent {

    public static final int ID = 70;
    public static final String NAME = "EventPartyDeleted";

    public static EventPartyDeleted create() {
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

    private static final class Plain extends EventPartyDeleted {}
}

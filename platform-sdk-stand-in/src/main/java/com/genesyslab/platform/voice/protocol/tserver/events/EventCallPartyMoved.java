package com.genesyslab.platform.voice.protocol.tserver.events;

/** Number 165. */
public abstract class EventCallPartyMoved extends TServerEvent {

    public static final int ID = 165;
    public static final String NAME = "EventCallPartyMoved";

    public static EventCallPartyMoved create() {
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

    private static final class Plain extends EventCallPartyMoved {}
}

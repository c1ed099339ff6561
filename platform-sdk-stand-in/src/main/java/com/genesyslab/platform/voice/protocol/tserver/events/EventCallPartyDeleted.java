package com.genesyslab.platform.voice.protocol.tserver.events;

/** Number 166. */
public abstract class EventCallPartyDeleted extends TServerEvent {

    public static final int ID = 166;
    public static final String NAME = "EventCallPartyDeleted";

    public static EventCallPartyDeleted create() {
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

    private static final class Plain extends EventCallPartyDeleted {}
}

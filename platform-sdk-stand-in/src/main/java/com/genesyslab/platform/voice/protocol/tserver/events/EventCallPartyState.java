package com.genesyslab.platform.voice.protocol.tserver.events;

/** Number 164. */
public abstract class EventCallPartyState extends TServerEvent {

    public static final int ID = 164;
    public static final String NAME = "EventCallPartyState";

    public static EventCallPartyState create() {
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

    private static final class Plain extends EventCallPartyState {}
}

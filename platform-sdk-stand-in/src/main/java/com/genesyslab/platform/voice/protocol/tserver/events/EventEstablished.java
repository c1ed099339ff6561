package com.genesyslab.platform.voice.protocol.tserver.events;

/** Number 64. */
public abstract class EventEstablished extends TServerEvent {

    public static final int ID = 64;
    public static final String NAME = "EventEstablished";

    public static EventEstablished create() {
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

    private static final class Plain extends EventEstablished {}
}

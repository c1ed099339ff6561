package com.genesyslab.platform.voice.protocol.tserver.events;

/** Number 147. */
public abstract class EventDNOutOfService extends TServerEvent {

    public static final int ID = 147;
    public static final String NAME = "EventDNOutOfService";

    public static EventDNOutOfService create() {
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

    private static final class Plain extends EventDNOutOfService {}
}

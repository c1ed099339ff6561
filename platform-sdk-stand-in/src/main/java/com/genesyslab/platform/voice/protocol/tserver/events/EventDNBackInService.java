package com.genesyslab.platform.voice.protocol.tserver.events;

/** Number 148. */
public abstract class EventDNBackInService extends TServerEvent {

    public static final int ID = 148;
    public static final String NAME = "EventDNBackInService";

    public static EventDNBackInService create() {
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

    private static final class Plain extends EventDNBackInService {}
}

package com.genesyslab.platform.voice.protocol.tserver.events;

/** Number 95. */
public abstract class EventLinkConnected extends TServerEvent {

    public static final int ID = 95;
    public static final String NAME = "EventLinkConnected";

    public static EventLinkConnected create() {
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

    private static final class Plain extends EventLinkConnected {}
}

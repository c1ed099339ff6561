package com.genesyslab.platform.voice.protocol.tserver.events;

/** Number 94. */
public abstract class EventLinkDisconnected extends TServerEvent {

    public static final int ID = 94;
    public static final String NAME = "EventLinkDisconnected";

    public static EventLinkDisconnected create() {
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

    private static final class Plain extends EventLinkDisconnected {}
}

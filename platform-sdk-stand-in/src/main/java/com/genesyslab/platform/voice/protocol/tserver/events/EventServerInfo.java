package com.genesyslab.platform.voice.protocol.tserver.events;

/** Number 93. */
public abstract class EventServerInfo extends TServerEvent {

    public static final int ID = 93;
    public static final String NAME = "EventServerInfo";

    public static EventServerInfo create() {
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

    private static final class Plain extends EventServerInfo {}
}

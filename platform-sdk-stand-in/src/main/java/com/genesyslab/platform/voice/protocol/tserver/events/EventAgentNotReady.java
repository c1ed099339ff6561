package com.genesyslab.platform.voice.protocol.tserver.events;

/** Number 76. */
public abstract class EventAgentNotReady extends TServerEvent {

    public static final int ID = 76;
    public static final String NAME = "EventAgentNotReady";

    public static EventAgentNotReady create() {
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

    private static final class Plain extends EventAgentNotReady {}
}

package com.genesyslab.platform.voice.protocol.tserver.events;

/** Number 75. */
public abstract class EventAgentReady extends TServerEvent {

    public static final int ID = 75;
    public static final String NAME = "EventAgentReady";

    public static EventAgentReady create() {
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

    private static final class Plain extends EventAgentReady {}
}

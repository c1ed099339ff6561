package com.genesyslab.platform.voice.protocol.tserver.events;

/** Number 60. */
public abstract class EventRinging extends TServerEvent {

    public static final int ID = 60;
    public static final String NAME = "EventRinging";

    public static EventRinging create() {
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

    private static final class Plain extends EventRinging {}
}

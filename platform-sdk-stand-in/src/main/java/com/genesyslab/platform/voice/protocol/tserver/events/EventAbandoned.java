package com.genesyslab.platform.voice.protocol.tserver.events;

/** Number 59. */
public abstract class EventAbandoned extends TServerEvent {

    public static final int ID = 59;
    public static final String NAME = "EventAbandoned";

    public static EventAbandoned create() {
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

    private static final class Plain extends EventAbandoned {}
}

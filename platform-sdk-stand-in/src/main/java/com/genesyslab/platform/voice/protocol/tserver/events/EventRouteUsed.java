package com.genesyslab.platform.voice.protocol.tserver.events;

/** Number 72. */
public abstract class EventRouteUsed extends TServerEvent {

    public static final int ID = 72;
    public static final String NAME = "EventRouteUsed";

    public static EventRouteUsed create() {
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

    private static final class Plain extends EventRouteUsed {}
}

package com.genesyslab.platform.voice.protocol.tserver.events;

/** Number 71. */
public abstract class EventRouteRequest extends TServerEvent {

    public static final int ID = 71;
    public static final String NAME = "EventRouteRequest";

    public static EventRouteRequest create() {
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

    private static final class Plain extends EventRouteRequest {}
}

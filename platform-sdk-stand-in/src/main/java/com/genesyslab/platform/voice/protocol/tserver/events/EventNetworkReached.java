package com.genesyslab.platform.voice.protocol.tserver.events;

/** Number 62. */
public abstract class EventNetworkReached extends TServerEvent {

    public static final int ID = 62;
    public static final String NAME = "EventNetworkReached";

    public static EventNetworkReached create() {
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

    private static final class Plain extends EventNetworkReached {}
}

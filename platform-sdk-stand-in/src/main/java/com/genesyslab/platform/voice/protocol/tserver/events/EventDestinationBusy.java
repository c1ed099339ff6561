package com.genesyslab.platform.voice.protocol.tserver.events;

/** Number 63. */
public abstract class EventDestinationBusy extends TServerEvent {

    public static final int ID = 63;
    public static final String NAME = "EventDestinationBusy";

    public static EventDestinationBusy create() {
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

    private static final class Plain extends EventDestinationBusy {}
}

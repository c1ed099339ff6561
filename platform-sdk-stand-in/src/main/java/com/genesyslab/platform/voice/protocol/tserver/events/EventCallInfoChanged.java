package com.genesyslab.platform.voice.protocol.tserver.events;

/** Number 112. */
public abstract class EventCallInfoChanged extends TServerEvent {

    public static final int ID = 112;
    public static final String NAME = "EventCallInfoChanged";

    public static EventCallInfoChanged create() {
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

    private static final class Plain extends EventCallInfoChanged {}
}

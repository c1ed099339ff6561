package com.genesyslab.platform.voice.protocol.tserver.events;

/** Number 138. */
public abstract class EventACK extends TServerEvent {

    public static final int ID = 138;
    public static final String NAME = "EventACK";

    public static EventACK create() {
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

    private static final class Plain extends EventACK {}
}

package com.genesyslab.platform.voice.protocol.tserver.events;

/** Number 146. */
public abstract class EventMuteOff extends TServerEvent {

    public static final int ID = 146;
    public static final String NAME = "EventMuteOff";

    public static EventMuteOff create() {
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

    private static final class Plain extends EventMuteOff {}
}

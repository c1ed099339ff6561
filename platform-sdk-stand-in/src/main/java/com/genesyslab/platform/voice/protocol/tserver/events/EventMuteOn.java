package com.genesyslab.platform.voice.protocol.tserver.events;

/** Number 145. */
public abstract class EventMuteOn extends TServerEvent {

    public static final int ID = 145;
    public static final String NAME = "EventMuteOn";

    public static EventMuteOn create() {
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

    private static final class Plain extends EventMuteOn {}
}

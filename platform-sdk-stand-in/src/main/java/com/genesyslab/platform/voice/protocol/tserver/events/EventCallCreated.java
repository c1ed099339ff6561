package com.genesyslab.platform.voice.protocol.tserver.events;

/** Number 160. */
public abstract class EventCallCreated extends TServerEvent {

    public static final int ID = 160;
    public static final String NAME = "EventCallCreated";

    public static EventCallCreated create() {
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

    private static final class Plain extends EventCallCreated {}
}

package com.genesyslab.platform.voice.protocol.tserver.events;

/** Number 74. */
public abstract class EventAgentLogout extends TServerEvent {

    public static final int ID = 74;
    public static final String NAME = "EventAgentLogout";

    public static EventAgentLogout create() {
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

    private static final class Plain extends EventAgentLogout {}
}

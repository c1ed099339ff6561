package com.genesyslab.platform.voice.protocol.tserver.events;

/** Number 73. */
public abstract class EventAgentLogin extends TServerEvent {

    public static final int ID = 73;
    public static final String NAME = "EventAgentLogin";

    public static EventAgentLogin create() {
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

    private static final class Plain extends EventAgentLogin {}
}

package com.genesyslab.platform.commons.protocol;

/** What one sends on. */
public interface Protocol {

    void send(Message message) throws ProtocolException;

    ChannelState getState();
}

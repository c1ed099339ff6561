package com.genesyslab.platform.commons.protocol;

/** Hears messages. */
public interface MessageHandler {

    void onMessage(Message message);
}

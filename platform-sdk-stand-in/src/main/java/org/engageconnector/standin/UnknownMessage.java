package org.engageconnector.standin;

import com.genesyslab.platform.commons.protocol.Message;

/** What a server says that this version has no class for. */
final class UnknownMessage extends Message {

    private final int number;

    UnknownMessage(int number) {
        this.number = number;
    }

    @Override
    public int messageId() {
        return number;
    }

    @Override
    public String messageName() {
        return "UnknownMessage";
    }
}

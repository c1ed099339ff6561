package com.genesyslab.platform.voice.protocol;

/** A call's number, as text in hex. */
public final class ConnectionId {

    private final long number;

    public ConnectionId(String hex) {
        this.number = Long.parseUnsignedLong(hex, 16);
    }

    @Override
    public String toString() {
        return String.format("%016x", number);
    }
}

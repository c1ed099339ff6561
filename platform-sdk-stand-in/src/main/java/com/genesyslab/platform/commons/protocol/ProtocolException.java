package com.genesyslab.platform.commons.protocol;

/** Something went wrong with a channel. */
public class ProtocolException extends Exception {

    private static final long serialVersionUID = 1;

    public ProtocolException(String message) {
        super(message);
    }
}

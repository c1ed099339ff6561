package com.genesyslab.platform.commons.protocol;

/** The server does not want this client. */
public class RegistrationException extends ProtocolException {

    private static final long serialVersionUID = 1;

    public RegistrationException(String message) {
        super(message);
    }
}

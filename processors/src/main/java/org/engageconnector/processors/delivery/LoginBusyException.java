package org.engageconnector.processors.delivery;

import java.io.IOException;

/** The login server is asked too often and says how long to wait (429 with Retry-After). */
final class LoginBusyException extends IOException {

    private static final long serialVersionUID = 1L;

    private final long waitSeconds;

    /** @param waitSeconds 0 when the server does not say */
    LoginBusyException(String message, long waitSeconds) {
        super(message);
        this.waitSeconds = waitSeconds;
    }

    long waitSeconds() {
        return waitSeconds;
    }
}

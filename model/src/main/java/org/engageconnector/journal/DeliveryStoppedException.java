package org.engageconnector.journal;

import java.io.IOException;

/** No request can be sent until somebody mends the set-up; the message says what, and holds no secret. */
public final class DeliveryStoppedException extends IOException {

    private static final long serialVersionUID = 1L;

    public DeliveryStoppedException(String message) {
        super(message);
    }
}

package org.engageconnector.processors.delivery;

import java.io.IOException;
import java.time.Duration;

/** Asks the login server for a token, once. */
@FunctionalInterface
public interface TokenRequest {

    /**
     * A token.
     *
     * @param value a secret
     * @param life how long it is good for, from now
     */
    record Granted(String value, Duration life) {
        @Override
        public String toString() {
            return "Granted[life " + life + "]";
        }
    }

    /**
     * Blocks until there is an answer, at most a few seconds.
     *
     * @throws org.engageconnector.journal.DeliveryStoppedException when the login server refuses the client
     * @throws IOException when there is no usable answer
     */
    Granted ask() throws IOException;
}

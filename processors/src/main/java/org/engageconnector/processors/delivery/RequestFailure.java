package org.engageconnector.processors.delivery;

import java.io.IOException;

/** Why a request had no answer, in one line for people. */
public final class RequestFailure {

    private static final int LONGEST = 300;

    private RequestFailure() {}

    /**
     * Of what the network did (no route, no trust, a proxy that refuses) the message is told too: it names hosts. Of anything else
     * the kind alone, because its message may quote what was sent.
     */
    public static String text(Throwable error) {
        String kind = error.getClass().getSimpleName();
        if (!(error instanceof IOException) || error.getMessage() == null) {
            return kind;
        }
        String message = error.getMessage().replaceAll("\\p{Cntrl}+", " ");
        return kind + ": " + (message.length() > LONGEST ? message.substring(0, LONGEST) + "..." : message);
    }
}

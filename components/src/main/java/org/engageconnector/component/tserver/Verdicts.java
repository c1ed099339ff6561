package org.engageconnector.component.tserver;

import org.engageconnector.component.engage.SessionProtocol.Verdict;
import org.engageconnector.message.Message;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.message.TServerMessage;

/**
 * What a T-Server message says about the session (docs/protocol.md#t-server). A server that does not say its role is
 * taken to be primary: it has no pair.
 */
final class Verdicts {

    private static final int BACKUP = 1;
    private static final int NOT_REGISTERED = 1;
    private static final int WRONG_VERSION = 2;
    private static final int WRONG_PASSWORD = 3;

    private Verdicts() {}

    static Verdict judge(Message message, boolean registering) {
        Integer role = message.integer(TServerAttribute.SERVER_ROLE);
        boolean backup = role != null && role == BACKUP;
        switch (message.number()) {
            case TServerMessage.EVENT_LINK_CONNECTED:
                return backup ? Verdict.NOT_PRIMARY : Verdict.PRIMARY;
            case TServerMessage.EVENT_PRIMARY_CHANGED:
                if (registering || role == null) {
                    return Verdict.NONE;
                }
                return backup ? Verdict.NOT_PRIMARY : Verdict.PRIMARY;
            case TServerMessage.EVENT_SERVER_INFO:
                return backup ? Verdict.NOT_PRIMARY : Verdict.NONE;
            case TServerMessage.EVENT_ERROR:
                return registering || endsSession(message) ? Verdict.REFUSED : Verdict.NONE;
            default:
                return Verdict.NONE;
        }
    }

    /** Errors with which a server closes. One that says so and does not close would answer each sign of life with it. */
    private static boolean endsSession(Message error) {
        int code = error.integer(TServerAttribute.ERROR_CODE, 0);
        return code == NOT_REGISTERED || code == WRONG_VERSION || code == WRONG_PASSWORD;
    }
}

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

    /**
     * Judges a message.
     *
     * @param signOfLife the reference of the last question for a sign of life; 0 when there was none
     */
    static Verdict judge(Message message, boolean registering, int signOfLife) {
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
                return registering || endsSession(message, signOfLife) ? Verdict.REFUSED : Verdict.NONE;
            default:
                return Verdict.NONE;
        }
    }

    /**
     * Errors of the handshake, in answer to a sign of life: the server has forgotten us, and would answer each with it. Any
     * other error is about what it answers; real servers give these numbers another meaning.
     */
    private static boolean endsSession(Message error, int signOfLife) {
        if (signOfLife == 0 || error.integer(TServerAttribute.REFERENCE_ID, 0) != signOfLife) {
            return false;
        }
        int code = error.integer(TServerAttribute.ERROR_CODE, 0);
        return code == NOT_REGISTERED || code == WRONG_VERSION || code == WRONG_PASSWORD;
    }
}

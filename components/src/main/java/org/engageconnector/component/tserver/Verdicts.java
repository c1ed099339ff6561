package org.engageconnector.component.tserver;

import org.engageconnector.component.engage.SessionProtocol.Verdict;
import org.engageconnector.message.Message;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.message.TServerMessage;

/** What a T-Server message says about the session (engage wire, 2: open, pair, errors). */
final class Verdicts {

    private static final int BACKUP = 1;

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
                return registering ? Verdict.REFUSED : Verdict.NONE;
            default:
                return Verdict.NONE;
        }
    }
}

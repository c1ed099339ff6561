package org.engageconnector.component.engage;

import org.engageconnector.message.Message;
import org.engageconnector.message.StatServerAttribute;
import org.engageconnector.message.StatServerMessage;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.message.TServerMessage;

/** The words for a server's error, taken from its code; the server's own text may quote what was sent and stays out. */
final class Refusals {

    private Refusals() {}

    static String describe(Message message) {
        Integer code = null;
        if (message.number() == TServerMessage.EVENT_ERROR) {
            code = message.integer(TServerAttribute.ERROR_CODE);
        } else if (message.number() == StatServerMessage.EVENT_ERROR) {
            code = message.integer(StatServerAttribute.CODE);
        }
        return code == null ? "" : " with error " + code;
    }
}

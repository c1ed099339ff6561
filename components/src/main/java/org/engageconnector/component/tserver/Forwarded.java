package org.engageconnector.component.tserver;

import java.util.BitSet;
import org.engageconnector.message.TServerMessage;

/**
 * The messages that go on to the journal: those of DNs and calls, and EventRegistered. Answers that only concern the session
 * (EventACK, EventServerInfo, EventUnregistered, EventError) and messages nobody knows stay here.
 */
final class Forwarded {

    private static final BitSet NUMBERS = new BitSet();

    static {
        NUMBERS.set(TServerMessage.EVENT_REGISTERED);
        NUMBERS.set(TServerMessage.EVENT_QUEUED, TServerMessage.EVENT_PARTY_DELETED + 1);
        NUMBERS.set(TServerMessage.EVENT_AGENT_LOGIN, TServerMessage.EVENT_AGENT_NOT_READY + 1);
        NUMBERS.set(TServerMessage.EVENT_ATTACHED_DATA_CHANGED);
        NUMBERS.set(TServerMessage.EVENT_USER_EVENT);
        NUMBERS.set(TServerMessage.EVENT_CALL_INFO_CHANGED);
        NUMBERS.set(TServerMessage.EVENT_MUTE_ON, TServerMessage.EVENT_MUTE_OFF + 1);
        NUMBERS.set(TServerMessage.EVENT_CALL_CREATED, TServerMessage.EVENT_CALL_PARTY_DELETED + 1);
    }

    private Forwarded() {}

    static boolean contains(int number) {
        return NUMBERS.get(number);
    }
}

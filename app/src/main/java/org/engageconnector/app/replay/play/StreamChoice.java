package org.engageconnector.app.replay.play;

import org.engageconnector.message.Message;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.message.TServerMessage;
import org.engageconnector.processors.conversation.evidence.Family;
import org.engageconnector.processors.conversation.evidence.SiteDirectory;

/**
 * By which of its three connections the connector would have heard of an event. Only events of extensions, of virtual queues and of
 * calls are subscribed to; a log holds those of route points and trunks too.
 */
final class StreamChoice {

    private StreamChoice() {}

    /** {@code null} when by none. */
    static Family of(Message message, SiteDirectory site) {
        if (message.number() >= TServerMessage.EVENT_CALL_CREATED) {
            return message.number() <= TServerMessage.EVENT_CALL_PARTY_DELETED ? Family.CALL : null;
        }
        String dn = message.text(TServerAttribute.THIS_DN);
        if (dn == null) {
            return null;
        }
        return switch (site.kind(dn)) {
            case EXTENSION -> Family.EXTENSION;
            case VIRTUAL_QUEUE -> Family.VQ;
            default -> null;
        };
    }

    /** Whether the engine can use such an event at all. */
    static boolean isUsed(int number) {
        return number >= TServerMessage.EVENT_QUEUED && number <= TServerMessage.EVENT_PARTY_DELETED
                || number >= TServerMessage.EVENT_AGENT_LOGIN && number <= TServerMessage.EVENT_AGENT_NOT_READY
                || number >= TServerMessage.EVENT_CALL_CREATED && number <= TServerMessage.EVENT_CALL_PARTY_DELETED
                || number == TServerMessage.EVENT_REGISTERED
                || number == TServerMessage.EVENT_ATTACHED_DATA_CHANGED
                || number == TServerMessage.EVENT_USER_EVENT
                || number == TServerMessage.EVENT_MUTE_ON
                || number == TServerMessage.EVENT_MUTE_OFF;
    }
}

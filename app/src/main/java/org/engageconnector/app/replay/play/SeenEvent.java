package org.engageconnector.app.replay.play;

import org.engageconnector.message.Message;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.message.TServerMessage;
import org.engageconnector.processors.conversation.evidence.Family;

/**
 * An event of the log that the engine was given.
 *
 * @param order its place among all that was seen and told
 * @param at milliseconds since 1970
 * @param file the number of its log file
 * @param line where it begins there
 */
public record SeenEvent(long order, long at, Family family, Message message, int file, long line) {

    /** T-Library's name of it. */
    public String name() {
        return TServerMessage.name(message.number());
    }

    /** The DN that it is about; {@code null} when it is about a call. */
    public String dn() {
        String dn = message.text(TServerAttribute.THIS_DN);
        return dn != null ? dn : message.text(TServerAttribute.DN);
    }
}

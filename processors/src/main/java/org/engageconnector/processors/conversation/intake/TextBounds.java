package org.engageconnector.processors.conversation.intake;

import org.engageconnector.message.KeyValueList;
import org.engageconnector.message.Message;
import org.engageconnector.message.TServerAttribute;

/**
 * How long the texts of an event may be that the engine keeps: ids, DNs, numbers, agents. T-Library's own are far shorter (a CallUUID
 * has 32 characters, a DN at most 255). An event beyond it is not used: one server that sends ids of a megabyte must not fill what all
 * calls share.
 */
final class TextBounds {

    /** Longest text of an attribute, and of the virtual queue id in Extensions, in characters. */
    static final int LONGEST = 512;

    private TextBounds() {}

    static boolean exceededBy(Message message) {
        for (Message.Attribute attribute : message.attributes()) {
            if (attribute.value() instanceof String text && text.length() > LONGEST) {
                return true;
            }
        }
        KeyValueList extensions = message.list(TServerAttribute.EXTENSIONS);
        return extensions != null && tooLong(extensions.text("VQID"));
    }

    static boolean tooLong(String text) {
        return text != null && text.length() > LONGEST;
    }
}

package org.engageconnector.component.tserver;

import org.engageconnector.message.Message;
import org.engageconnector.message.TServerAttribute;

/** Known attributes that came with another type than they must have: look-ups by type do not find them. */
final class Mistyped {

    private Mistyped() {}

    static int count(Message message) {
        int count = 0;
        for (int i = 0; i < message.size(); i++) {
            Class<?> expected = TServerAttribute.type(message.id(i));
            if (expected != null && expected != message.valueAt(i).getClass()) {
                count++;
            }
        }
        return count;
    }
}

package org.engageconnector.component.engage;

import java.util.function.IntFunction;
import org.engageconnector.message.Message;

/** Known attributes that came with another type than they must have: look-ups by type do not find them. */
public final class Mistyped {

    private Mistyped() {}

    /**
     * How many such attributes a message has.
     *
     * @param types the type of each attribute that is known, {@code null} for others
     */
    public static int count(Message message, IntFunction<Class<?>> types) {
        int count = 0;
        for (int i = 0; i < message.size(); i++) {
            Class<?> expected = types.apply(message.id(i));
            if (expected != null && expected != message.valueAt(i).getClass()) {
                count++;
            }
        }
        return count;
    }
}

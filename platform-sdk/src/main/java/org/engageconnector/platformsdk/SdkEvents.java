package org.engageconnector.platformsdk;

import java.util.Set;
import org.engageconnector.message.TServerMessage;

/** Which of T-Server's messages the SDK has, and whether they have T-Library's numbers. */
final class SdkEvents {

    private static final String EVENTS = "com.genesyslab.platform.voice.protocol.tserver.events";

    private static final Set<Integer> NEEDED =
            Set.of(TServerMessage.EVENT_SERVER_INFO, TServerMessage.EVENT_REGISTERED, TServerMessage.EVENT_ERROR);

    private static final int LAST = 200;

    private SdkEvents() {}

    static void check(SdkClasses classes) {
        for (int number = 0; number <= LAST; number++) {
            String name = TServerMessage.name(number);
            if (name != null && name.startsWith("Event") && number != TServerMessage.EVENT_SERVER_DISCONNECTED) {
                Need need = new Need(NEEDED.contains(number), "what " + name + " says is not heard");
                Class<?> type = classes.find(EVENTS + "." + name);
                if (type == null) {
                    classes.lacks(name, need);
                } else if (EnumNumbers.constant(type, "ID") instanceof Integer id && id != number) {
                    classes.lacks(name + " with number " + number + ", it has " + id, need);
                }
            }
        }
    }
}

package org.engageconnector.processors.agentstate;

import java.util.Arrays;
import java.util.Optional;
import org.engageconnector.message.KeyValueList;

/** T-Library's CallType of the call on a DN; the number is the ordinal. */
enum CallType {
    unknown,
    internal,
    inbound,
    outbound,
    consult;

    /**
     * The CallType of an agent: that of the DnStatus whose Status equals the agent's, else of the first that has one; 0 when
     * none has.
     */
    static int ofAgent(KeyValueList place, int status) {
        KeyValueList statuses = place.list("DnStatuses");
        if (statuses == null) {
            return 0;
        }
        Integer first = null;
        for (KeyValueList.Pair pair : statuses.pairs()) {
            if (pair.value() instanceof KeyValueList dn && dn.integer("CallType") != null) {
                if (Integer.valueOf(status).equals(dn.integer("Status"))) {
                    return dn.integer("CallType");
                }
                first = first == null ? dn.integer("CallType") : first;
            }
        }
        return first == null ? 0 : first;
    }

    static Optional<CallType> named(String name) {
        return Arrays.stream(values())
                .filter(type -> type.name().equalsIgnoreCase(name))
                .findFirst();
    }
}

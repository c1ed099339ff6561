package org.engageconnector.processors.agentstate;

import java.util.Arrays;
import java.util.Optional;

/** T-Library's CallType of the call on a DN; the number is the ordinal. */
enum CallType {
    unknown,
    internal,
    inbound,
    outbound,
    consult;

    static Optional<CallType> named(String name) {
        return Arrays.stream(values())
                .filter(type -> type.name().equalsIgnoreCase(name))
                .findFirst();
    }
}

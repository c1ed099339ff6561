package org.engageconnector.processors.agentstate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Genesys Cloud's routing statuses, in the spelling of the routing status events. */
enum RoutingStatus {
    OffQueue,
    Idle,
    Interacting,
    Communicating,
    NotResponding;

    static Optional<RoutingStatus> named(String name) {
        String plain = name.replace(" ", "").toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(status -> status.name().toLowerCase(Locale.ROOT).equals(plain))
                .findFirst();
    }

    static String allowed() {
        return Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "));
    }
}

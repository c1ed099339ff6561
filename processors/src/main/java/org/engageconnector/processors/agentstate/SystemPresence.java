package org.engageconnector.processors.agentstate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Genesys Cloud's system presences. They are compared without spaces and case: {@code On Queue} is {@code OnQueue}. */
enum SystemPresence {
    Available,
    Away,
    Busy,
    Offline,
    Idle,
    OnQueue,
    Meal,
    Training,
    Meeting,
    Break;

    static Optional<SystemPresence> named(String name) {
        String plain = name.replace(" ", "").toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(presence -> presence.name().toLowerCase(Locale.ROOT).equals(plain))
                .findFirst();
    }

    static String allowed() {
        return Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "));
    }
}

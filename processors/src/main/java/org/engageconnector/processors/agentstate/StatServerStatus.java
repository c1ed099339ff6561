package org.engageconnector.processors.agentstate;

import java.util.Arrays;
import java.util.Optional;

/** Stat Server's agent states with their numbers, as public clients of Stat Server know them. */
enum StatServerStatus {
    NotMonitored(0),
    Monitored(1),
    LoggedIn(2),
    OnHook(3),
    WaitForNextCall(4),
    OffHook(5),
    CallDialing(6),
    CallRinging(7),
    NotReadyForNextCall(8),
    AfterCallWork(9),
    CallOnHold(13),
    CallUnknown(18),
    CallConsult(19),
    CallInternal(20),
    CallOutbound(21),
    CallInbound(22),
    LoggedOut(23);

    private final int number;

    StatServerStatus(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    static Optional<StatServerStatus> of(int number) {
        return Arrays.stream(values()).filter(status -> status.number == number).findFirst();
    }

    /** The state of this name, whatever its case. */
    static Optional<StatServerStatus> named(String name) {
        return Arrays.stream(values())
                .filter(status -> status.name().equalsIgnoreCase(name))
                .findFirst();
    }
}

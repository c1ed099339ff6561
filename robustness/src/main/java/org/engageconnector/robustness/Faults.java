package org.engageconnector.robustness;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Every fault of the suite. Source: docs/robustness.md. */
final class Faults {

    private Faults() {}

    /** Those that take long stand first, so that no lane waits for the last of them. */
    static List<Fault> all() {
        List<Fault> faults = new ArrayList<>();
        PoisonFaults.addTo(faults);
        RedisFaults.addTo(faults);
        StatusFaults.addTo(faults);
        ProcessFaults.addTo(faults);
        ClockFaults.addTo(faults);
        EngageFaults.addTo(faults);
        AnswerFaults.addTo(faults);
        faults.add(new Fault("none", "nothing breaks", false, 0, scene -> proof -> "nothing was broken"));
        return faults;
    }

    /** Those that are played only when they are named. */
    static List<Fault> byNameOnly() {
        List<Fault> faults = ofSentinels();
        RedisFaults.addByNameTo(faults);
        return faults;
    }

    /** Those of a Redis with Sentinels. */
    static List<Fault> ofSentinels() {
        List<Fault> faults = new ArrayList<>();
        SentinelFaults.addTo(faults);
        return faults;
    }

    static Fault named(String name) {
        return Stream.concat(all().stream(), byNameOnly().stream())
                .filter(fault -> fault.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no fault is called " + name + "; see --list"));
    }
}

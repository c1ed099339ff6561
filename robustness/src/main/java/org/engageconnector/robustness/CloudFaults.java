package org.engageconnector.robustness;

import org.engageconnector.simulators.genesyscloud.faults.Fault;
import org.engageconnector.simulators.genesyscloud.faults.Fault.EventChoice;
import org.engageconnector.simulators.genesyscloud.faults.Fault.Kind;
import org.engageconnector.simulators.judge.Judge;

/** Faults of the simulated Genesys Cloud, on the three endpoints that events are posted to unless something else is said. */
final class CloudFaults {

    private static final String EVENTS = "/api/v2/events";

    private CloudFaults() {}

    /** Hits so many requests. */
    static Fault of(Kind kind, int times) {
        return Fault.of(kind, EVENTS, times);
    }

    /** So many requests are not processed and answered with a status. */
    static Fault status(int status, int times) {
        return Fault.status(EVENTS, status, times);
    }

    /** So many requests are processed and then answered with a status, as a gateway's time-out does. */
    static Fault statusAfter(int status, int times) {
        return new Fault(Kind.STATUS_AFTER, EVENTS, times, 0, status, 0, "", null);
    }

    /** So many answers to conversation events come late. */
    static Fault lateAnswers(long millis, int times) {
        return Fault.delay(Judge.CONVERSATIONS, millis, times);
    }

    /** Each so-many-th event is refused as retryable. */
    static Fault retryable(int everyNth, int times) {
        return Fault.events(Kind.RETRYABLE_EVENTS, EVENTS, new EventChoice("", "", everyNth), times);
    }

    /** The next event of a batch list is refused for good. */
    static Fault poison(String list) {
        return Fault.events(Kind.POISON_EVENTS, Judge.CONVERSATIONS, new EventChoice(list, "", 1), 1);
    }

    /** The login is away for a while. */
    static Fault loginAway(int status, long millis) {
        return Fault.status("/oauth", status, 0).until(System.currentTimeMillis() + millis);
    }
}

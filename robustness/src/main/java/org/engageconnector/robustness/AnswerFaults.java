package org.engageconnector.robustness;

import java.util.List;
import org.engageconnector.simulators.genesyscloud.faults.Fault.Kind;

/** Requests and answers that the network loses, cuts, holds back. */
final class AnswerFaults {

    private static final String AGAIN = "events are sent again";

    private AnswerFaults() {}

    static void addTo(List<Fault> faults) {
        add(faults, "half-open", "taken in, not processed, never answered", false, Kind.HALF_OPEN, 3);
        add(faults, "silence", "accepted, never answered, the connection stays open", true, Kind.SILENCE, 3);
        add(faults, "lost-answers", "accepted, then closed without an answer", true, Kind.LOSE_ANSWER, 5);
        add(faults, "reset-answers", "accepted, then reset without an answer", true, Kind.RESET_ANSWER, 5);
        add(faults, "cut-answers", "accepted, then closed after half of the answer", true, Kind.CUT_ANSWER, 5);
        add(faults, "close-requests", "closed before the request is processed", false, Kind.CLOSE, 5);
        add(faults, "reset-requests", "reset before the request is processed", false, Kind.RESET, 5);
        faults.add(new Fault("slow-answers", "answers trickle in over two seconds", false, 8, scene -> {
            scene.hit(CloudFaults.of(Kind.SLOW, 10), 10, 12);
            long hits = scene.hits();
            return end -> hits == 0 ? "" : hits + " answers were slow; answers " + end.answers();
        }));
        faults.add(new Fault("retryable", "each fifth event is refused as retryable, twenty times", false, 8, scene -> {
            scene.hit(CloudFaults.retryable(5, 20), 20, 12);
            long hits = scene.hits();
            return end -> hits == 0 ? "" : hits + " events were refused as retryable; answers " + end.answers();
        }));
        faults.add(new Fault("outage", "connections to Genesys Cloud are refused for 8 s", false, 10, scene -> {
            scene.world.cloud.outage(8_000);
            Pause.seconds(8);
            return end -> end.logged(AGAIN);
        }));
        faults.add(new Fault("revoked-tokens", "every token is revoked", false, 4, scene -> {
            scene.world.cloud.revokeTokens();
            Pause.until(10, () -> scene.answers().containsKey(401));
            return end -> end.answers().containsKey(401) ? "answers " + end.answers() + ", " + end.logged(AGAIN) : "";
        }));
        faults.add(new Fault(
                "login-away", "every token is revoked and the login answers 503 for 6 s", false, 10, scene -> {
                    scene.world.cloud.addFault(CloudFaults.loginAway(503, 6_000));
                    scene.world.cloud.revokeTokens();
                    Pause.seconds(6);
                    return end -> end.logged("login server answered 503|login-url|" + AGAIN + ": .*login");
                }));
    }

    private static void add(List<Fault> faults, String name, String says, boolean mayRepeat, Kind kind, int times) {
        faults.add(new Fault(name, says, mayRepeat, 8, scene -> {
            scene.hit(CloudFaults.of(kind, times), times, 15);
            long hits = scene.hits();
            return end ->
                    hits == 0 ? "" : hits + " requests were hit; answers " + end.answers() + "; " + end.logged(AGAIN);
        }));
    }
}

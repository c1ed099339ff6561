package org.engageconnector.robustness;

import java.util.List;

/** Phases in which Genesys Cloud, or a gateway before it, answers with errors. */
final class StatusFaults {

    private StatusFaults() {}

    static void addTo(List<Fault> faults) {
        // these stop the path, and a stopped path is tried again every minute
        phase(faults, 403, 3, "is stopped.*403");
        phase(faults, 404, 3, "is stopped.*404");
        // a second 401 is one to a fresh token, so this stops the path too
        phase(faults, 401, 8, "is stopped.*401|sent again: 401");
        phase(faults, 429, 6, "sent again: 429");
        phase(faults, 500, 8, "sent again: 500");
        phase(faults, 503, 8, "sent again: 503");
        phase(faults, 504, 8, "sent again: 504");
        faults.add(new Fault("gateway-504", "accepted, then answered 504 five times", true, 8, scene -> {
            scene.hit(CloudFaults.statusAfter(504, 5), 5, 15);
            return end -> end.answers().containsKey(504)
                    ? "answers " + end.answers() + ", " + end.logged("sent again: 504")
                    : "";
        }));
    }

    private static void phase(List<Fault> faults, int status, int requests, String logged) {
        String says = requests + " requests in a row are answered " + status;
        faults.add(new Fault("status-" + status, says, false, 6, scene -> {
            scene.hit(CloudFaults.status(status, requests), requests, 10);
            return end ->
                    end.answers().containsKey(status) ? "answers " + end.answers() + ", " + end.logged(logged) : "";
        }));
    }
}

package org.engageconnector.robustness;

import java.util.Map;
import java.util.TreeMap;
import org.engageconnector.simulators.genesyscloud.watch.Summary;

/** What the simulated Genesys Cloud counted, in few words: the proof that a fault of its own has hit. */
final class CloudCounters {

    private CloudCounters() {}

    static String of(World world) {
        Summary summary = world.cloud.summary();
        Map<Integer, Long> statuses = new TreeMap<>();
        summary.requestsByPath().forEach((path, byStatus) -> {
            if (path.contains("/events/")) {
                byStatus.forEach((status, count) -> statuses.merge(status, count, Long::sum));
            }
        });
        return "answers " + statuses + " repeated " + summary.repeated() + " refused " + summary.refused();
    }
}

package org.engageconnector.robustness;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.engageconnector.simulators.genesyscloud.faults.Fault;
import org.engageconnector.simulators.genesyscloud.memory.RecordedEvent;
import org.engageconnector.simulators.genesyscloud.watch.Summary;

/** The world during one fault, and what was counted and logged in that time only. */
final class Scene {

    final World world;
    private final LogTail logs;
    private final Map<Integer, Long> answersBefore;
    private String lastFault = "";
    private long mendedAt;
    private long nobodySince;

    /** What was posted up to this number belongs to the runs before. */
    final long since;

    Scene(World world) throws IOException {
        this.world = world;
        this.logs = new LogTail(world.logs());
        this.answersBefore = answers(world.cloud.summary());
        this.since = world.cloud.events(event -> true).stream()
                .mapToLong(RecordedEvent::sequence)
                .max()
                .orElse(0);
    }

    /** The first line that a connector process has logged and that fits; empty when there is none. */
    String logged(String pattern) throws IOException {
        return logs.first(pattern);
    }

    /** Waits for a line that fits. */
    boolean awaitLog(long seconds, String pattern) {
        return Pause.until(seconds, () -> {
            try {
                return !logs.first(pattern).isEmpty();
            } catch (IOException e) {
                return false;
            }
        });
    }

    long count(String pattern) throws IOException {
        return logs.count(pattern);
    }

    /** Answers to event requests in this run, by status; 0 is a request without an answer. */
    Map<Integer, Long> answers() {
        Map<Integer, Long> now = answers(world.cloud.summary());
        answersBefore.forEach((status, count) -> now.merge(status, -count, Long::sum));
        now.values().removeIf(count -> count == 0);
        return now;
    }

    /** Switches a fault of the simulated Genesys Cloud on, and waits until it has hit as often as it may. */
    void hit(Fault fault, int times, long seconds) {
        lastFault = world.cloud.addFault(fault);
        Pause.until(seconds, () -> hits() >= times);
    }

    /** The fault is over, though calls go on before the act returns: recovery is counted from here. */
    void mended() {
        mendedAt = System.currentTimeMillis();
    }

    /** When {@link #mended} was called, else what is given. */
    long mendedAt(long otherwise) {
        return mendedAt == 0 ? otherwise : mendedAt;
    }

    /** The last instance that lives is killed now; the servers find their connections closed a little later only. */
    void nobodyIsThere() {
        nobodySince = System.currentTimeMillis();
    }

    /** When {@link #nobodyIsThere} was called; 0 for never. */
    long nobodySince() {
        return nobodySince;
    }

    /** How often the last fault of {@link #hit} has hit. */
    long hits() {
        return world.cloud.hits(lastFault);
    }

    private static Map<Integer, Long> answers(Summary summary) {
        Map<Integer, Long> statuses = new TreeMap<>();
        summary.requestsByPath().forEach((path, byStatus) -> {
            if (path.contains("/events/")) {
                byStatus.forEach((status, count) -> statuses.merge(status, count, Long::sum));
            }
        });
        return statuses;
    }
}

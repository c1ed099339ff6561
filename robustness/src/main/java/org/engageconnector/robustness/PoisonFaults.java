package org.engageconnector.robustness;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Events that Genesys Cloud refuses for good, and what an operator does then. */
final class PoisonFaults {

    private static final Set<String> PLAIN = Set.of("inbound-queued-answered");

    private PoisonFaults() {}

    static void addTo(List<Fault> faults) {
        faults.add(new Fault(
                "wrong-source",
                "every sourceId is wrong until the paths have stopped; then mended, replayed",
                false,
                20,
                scene -> {
                    scene.world.cloud.deactivateSources(true);
                    // presences may come too seldom for twenty a minute
                    boolean stopped = Stream.of("conversations", "routingstatus")
                            .allMatch(path -> scene.awaitLog(50, "Delivery of " + path + " is stopped.*sourceId"));
                    List<String> letters = letters(scene);
                    List<String> replayed = replay(scene);
                    scene.world.cloud.deactivateSources(false);
                    // a path that did not stop sent its replayed events at once, and in vain
                    replay(scene);
                    long most = most(letters);
                    return end -> !stopped || most == 0 || most > 20
                            ? ""
                            : last(letters) + " (" + byPath(letters) + "), " + last(replayed) + ", "
                                    + end.logged("is stopped.*sourceId");
                }));
        faults.add(poisonEvent());
    }

    /**
     * A poisoned <em>Established</em> is no row here: its call goes on meanwhile, so a replay comes late, and Genesys Cloud
     * may refuse it (docs/delivery.md#poison-stop). The build's delivery tests hold what follows such an event.
     */
    private static Fault poisonEvent() {
        return new Fault(
                "poison-event",
                "one event is refused for good: alone in the dead letters, replayed",
                false,
                8,
                PLAIN,
                scene -> {},
                scene -> {
                    scene.hit(CloudFaults.poison("communicationDispositionAppliedEvents"), 1, 30);
                    long hits = scene.hits();
                    Pause.seconds(2);
                    List<String> letters = letters(scene);
                    List<String> replayed = replay(scene);
                    return end -> hits != 1 || letters.size() != 2
                            ? ""
                            : last(letters) + " among "
                                    + scene.world.cloud.summary().accepted() + " events, " + last(replayed) + ", "
                                    + end.logged("Genesys Cloud refused");
                });
    }

    private static List<String> letters(Scene scene) throws IOException {
        return operator(scene, "dead-letters", "list");
    }

    private static List<String> replay(Scene scene) throws IOException {
        return operator(scene, "dead-letters", "replay", "--all");
    }

    /** Without the lines of the log. */
    private static List<String> operator(Scene scene, String... words) throws IOException {
        var printed = scene.world.configSync.command(words);
        if (printed.exitCode() != 0) {
            throw new IOException(List.of(words) + " ended with " + printed.exitCode() + ": " + printed.text());
        }
        return printed.text()
                .lines()
                .filter(line -> !line.matches("\\d\\d:\\d\\d:\\d\\d.*"))
                .toList();
    }

    private static Map<String, Long> byPath(List<String> letters) {
        return letters.subList(0, letters.size() - 1).stream()
                .collect(Collectors.groupingBy(
                        letter -> letter.contains("userPresenceEvents")
                                ? "presence"
                                : letter.contains("userRoutingStatusEvents") ? "routing status" : "conversations",
                        TreeMap::new,
                        Collectors.counting()));
    }

    /** Of the path with the most of them. */
    private static long most(List<String> letters) {
        return byPath(letters).values().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    private static String last(List<String> lines) {
        return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    }
}

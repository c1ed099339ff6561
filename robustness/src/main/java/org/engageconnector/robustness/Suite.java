package org.engageconnector.robustness;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.engageconnector.simulators.engage.play.PlayOptions;
import org.engageconnector.simulators.engage.play.Player;
import org.engageconnector.simulators.genesyscloud.memory.RecordedEvent;
import org.engageconnector.simulators.genesyscloud.memory.RecordedEvent.Outcome;
import org.engageconnector.simulators.judge.Findings;
import org.engageconnector.simulators.judge.Judge;

/** Plays, breaks, waits, judges: one fault after the other in one world. */
final class Suite {

    private static final List<String> ALL = List.of(Judge.CONVERSATIONS, Judge.PRESENCE, Judge.ROUTING_STATUS);
    private static final double CALLS_PER_SECOND = 1;
    private static final long WARM_UP_SECONDS = 6;
    private static final long PLAY_LIMIT_SECONDS = 180;
    private static final long DRAIN_LIMIT_SECONDS = 150;

    private final World world;
    private long seed = 100;

    /** What was posted up to this number belongs to the runs before. */
    private long since;

    Suite(World world) {
        this.world = world;
    }

    Verdict run(Fault fault, int seconds) throws Exception {
        world.cloud.clearFaults();
        long repeatedBefore = world.cloud.summary().repeated();
        since = world.cloud.accepted().stream()
                .mapToLong(RecordedEvent::sequence)
                .max()
                .orElse(0);
        Player player = world.site.play(
                PlayOptions.of(CALLS_PER_SECOND, seed++), Math.max(seconds, fault.atLeastSeconds() + WARM_UP_SECONDS));
        Pause.seconds(WARM_UP_SECONDS);
        String proof = fault.act().on(world);
        long mended = System.currentTimeMillis();
        awaitEnd(player);
        Judge judge = drain(player);
        Findings calls = judge.calls(player);
        Findings agents = judge.agentStates(player);
        List<String> lines = new ArrayList<>(calls.lines());
        lines.addAll(agents.lines());
        Verdict verdict = new Verdict(
                fault,
                proof,
                calls.expected() + (long) agents.expected(),
                calls.expected() - calls.lostCount() + (long) agents.expected() - agents.lostCount(),
                calls.lostCount() + (long) agents.lostCount(),
                refused(),
                world.cloud.summary().repeated() - repeatedBefore,
                judge.outOfOrder(),
                recovery(judge, mended),
                lines);
        world.cloud.clearFaults();
        world.repair();
        if (!Pause.until(120, () -> world.instances.stream().allMatch(ConnectorProcess::ready))) {
            lines.add("after the fault not every instance is ready");
        }
        return verdict;
    }

    /** Of this run, and what every agent's last state was before it: the expectations begin with that. */
    private Judge judge() {
        Map<String, RecordedEvent> before = new LinkedHashMap<>();
        List<RecordedEvent> ofThisRun = new ArrayList<>();
        for (RecordedEvent event : world.cloud.events(event -> true)) {
            if (event.sequence() > since) {
                ofThisRun.add(event);
            } else if (event.outcome() == Outcome.ACCEPTED && !event.path().equals(Judge.CONVERSATIONS)) {
                before.put(event.path() + event.key(), event);
            }
        }
        List<RecordedEvent> all = new ArrayList<>(before.values());
        all.addAll(ofThisRun);
        return new Judge(world.names(), all);
    }

    /** Refused for good; a retryable refusal is not an end. */
    private long refused() {
        return world.cloud
                .events(event -> event.sequence() > since && event.outcome() == Outcome.REFUSED && !event.retryable())
                .size();
    }

    private static void awaitEnd(Player player) throws InterruptedException, ExecutionException {
        try {
            player.finished().get(PLAY_LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException("the play did not end", e);
        }
    }

    /** Until nothing is missing any more, or a while has passed. */
    private Judge drain(Player player) {
        Pause.until(DRAIN_LIMIT_SECONDS, () -> {
            Judge now = judge();
            return now.calls(player).lostCount() == 0 && now.agentStates(player).lostCount() == 0;
        });
        return judge();
    }

    private static double recovery(Judge judge, long from) {
        return ALL.stream()
                .flatMap(path -> judge.accepted(path).stream())
                .mapToLong(event -> event.arrivedAt() - from)
                .filter(after -> after >= 0)
                .min()
                .stream()
                .mapToDouble(millis -> millis / 1_000.0)
                .findFirst()
                .orElse(-1);
    }
}

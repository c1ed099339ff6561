package org.engageconnector.robustness;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.engageconnector.simulators.engage.Unheard;
import org.engageconnector.simulators.engage.play.PlayOptions;
import org.engageconnector.simulators.engage.play.Player;
import org.engageconnector.simulators.genesyscloud.memory.RecordedEvent;
import org.engageconnector.simulators.genesyscloud.memory.RecordedEvent.Outcome;
import org.engageconnector.simulators.judge.Findings;
import org.engageconnector.simulators.judge.Judge;

/** Plays, breaks, waits, judges: one fault after the other in one world. */
final class Suite {

    private static final List<String> ALL = List.of(Judge.CONVERSATIONS, Judge.PRESENCE, Judge.ROUTING_STATUS);
    private static final long WARM_UP_SECONDS = 4;

    /** How long it takes until the agents have logged in and the first call comes, about. */
    private static final long LOGIN_MILLIS = 4_000;

    private static final long PLAY_LIMIT_SECONDS = 300;
    private static final long DRAIN_LIMIT_SECONDS = 150;
    private static final long LONGEST_GAP_MILLIS = 2_500;

    /** A repeat is of an event that was under way when the fault began, not of one accepted long before. */
    private static final long UNDER_WAY_MILLIS = 10_000;

    private final World world;
    private final double callsPerSecond;
    private final Consumer<String> progress;

    /** @param progress gets a line for each step */
    Suite(World world, double callsPerSecond, Consumer<String> progress) {
        this.world = world;
        this.callsPerSecond = callsPerSecond;
        this.progress = progress;
    }

    Verdict run(Fault fault, int seconds) throws Exception {
        long begin = System.currentTimeMillis();
        world.cloud.clearFaults();
        Scene scene = new Scene(world);
        fault.prepare().on(scene);
        progress.accept(fault.name() + ": " + fault.says());
        Player player = world.site.play(options(fault), 0);
        long callsUntil = System.currentTimeMillis()
                + LOGIN_MILLIS
                + 1_000L * Math.max(seconds, fault.atLeastSeconds() + WARM_UP_SECONDS);
        Pause.seconds(WARM_UP_SECONDS);
        long broken = System.currentTimeMillis();
        Fault.Proof proof = fault.act().on(scene);
        long mended = scene.mendedAt(System.currentTimeMillis());
        progress.accept(fault.name() + ": broken and mended in " + (mended - broken) / 1_000 + " s; calls end soon");
        Pause.millis(Math.max(0, callsUntil - System.currentTimeMillis()));
        player.stop();
        awaitEnd(player);
        progress.accept(fault.name() + ": the last call has ended; what is under way arrives");
        Judge judge = drain(scene, player);
        Findings calls = judge.calls(player);
        Findings agents = judge.agentStates(player);
        List<String> lines = new ArrayList<>(calls.lines());
        lines.addAll(agents.lines());
        Collection<RecordedEvent> refused = refused(scene);
        refused.forEach(
                event -> lines.add("rejected: " + event.list() + " " + event.eventId() + ": " + event.message()));
        // what is wrong first
        lines.sort(Comparator.comparing(line -> line.startsWith("not promised")));
        if (!lines.isEmpty()) {
            lines.addAll(unheard(scene).lines(begin));
        }
        String hit = proof.on(scene);
        world.cloud.clearFaults();
        world.repair();
        if (!Pause.until(300, world::ready)) {
            lines.add("after the fault not every instance is ready");
        }
        long repeated = events(scene).stream()
                .filter(event -> event.outcome() == Outcome.REPEATED)
                .count();
        return new Verdict(
                fault,
                hit,
                calls.expected() + (long) agents.expected(),
                calls.lostCount() + (long) agents.lostCount(),
                calls.notPromisedCount() + (long) agents.notPromisedCount(),
                calls.unexpectedCount(),
                refused.size(),
                repeated,
                stray(scene, broken),
                judge.outOfOrder(),
                recovery(judge, mended),
                Math.max(calls.delays().getMaxValue(), agents.delays().getMaxValue()) / 1_000.0,
                (System.currentTimeMillis() - begin) / 1_000,
                lines);
    }

    private PlayOptions options(Fault fault) {
        PlayOptions all = PlayOptions.of(callsPerSecond, fault.name().hashCode());
        Map<String, Integer> mix = fault.scenarios().isEmpty()
                ? all.mix()
                : fault.scenarios().stream().collect(Collectors.toMap(name -> name, name -> 1));
        return new PlayOptions(callsPerSecond, all.breaksPerSecond(), mix, LONGEST_GAP_MILLIS, 2_000, all.seed(), true);
    }

    private List<RecordedEvent> events(Scene scene) {
        return world.cloud.events(event -> event.sequence() > scene.since);
    }

    /** Of this run, and what every agent's last state was before it: the expectations begin with that. */
    private Judge judge(Scene scene) {
        Map<String, RecordedEvent> before = new LinkedHashMap<>();
        List<RecordedEvent> ofThisRun = new ArrayList<>();
        for (RecordedEvent event : world.cloud.events(event -> true)) {
            if (event.sequence() > scene.since) {
                ofThisRun.add(event);
            } else if (event.outcome() == Outcome.ACCEPTED && !event.path().equals(Judge.CONVERSATIONS)) {
                before.put(event.path() + event.key(), event);
            }
        }
        List<RecordedEvent> all = new ArrayList<>(before.values());
        all.addAll(ofThisRun);
        return new Judge(world.names(), all, unheard(scene));
    }

    private Unheard unheard(Scene scene) {
        Unheard recorded = world.site.unheard();
        return scene.nobodySince() == 0 ? recorded : recorded.withNobodySince(scene.nobodySince());
    }

    /** Refused for good and never accepted later; a retryable refusal is not an end. */
    private Collection<RecordedEvent> refused(Scene scene) {
        Map<String, RecordedEvent> refused = new LinkedHashMap<>();
        for (RecordedEvent event : events(scene)) {
            if (event.outcome() != Outcome.REFUSED) {
                refused.remove(event.eventId());
            } else if (!event.retryable()) {
                refused.put(event.eventId(), event);
            }
        }
        return refused.values();
    }

    /** Repeats of what had been accepted well before the fault. */
    private long stray(Scene scene, long broken) {
        Map<String, Long> acceptedAt = new HashMap<>();
        long stray = 0;
        for (RecordedEvent event : events(scene)) {
            if (event.outcome() == Outcome.ACCEPTED) {
                acceptedAt.put(event.path() + event.eventId(), event.arrivedAt());
            } else if (event.outcome() == Outcome.REPEATED) {
                long first = acceptedAt.getOrDefault(event.path() + event.eventId(), 0L);
                stray += first < broken - UNDER_WAY_MILLIS ? 1 : 0;
            }
        }
        return stray;
    }

    private static void awaitEnd(Player player) throws InterruptedException, ExecutionException {
        try {
            player.finished().get(PLAY_LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException("the play did not end", e);
        }
    }

    /** Until nothing is missing any more, or a while has passed. */
    private Judge drain(Scene scene, Player player) {
        Pause.until(DRAIN_LIMIT_SECONDS, 1_000, () -> {
            Judge now = judge(scene);
            return now.calls(player).lostCount() == 0 && now.agentStates(player).lostCount() == 0;
        });
        return judge(scene);
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

package org.engageconnector.benchmarks.site;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.engageconnector.benchmarks.measure.Figure;
import org.engageconnector.benchmarks.measure.Measure;
import org.engageconnector.component.redis.RedisConnection;
import org.engageconnector.component.redis.RedisSettings;
import org.engageconnector.simulators.engage.play.PlayOptions;
import org.engageconnector.simulators.judge.Judge;
import org.engageconnector.simulators.world.SimulatedWorld;

/**
 * P13: two instances of conversation-provider, of which the one that owns everything is killed, or stopped, again and again.
 * After kill -9: from the end of the process to the first event that the other one journals, and to the first that it posts.
 * After a planned stop both go on until the lease is handed over: the longest silence from the stop on.
 */
public final class TakeoverMeasure implements Measure {

    private static final String ROLE = "conversation-provider";
    private static final String JOURNAL = "conversation-events";
    private static final int AGENTS = 200;
    private static final double CALLS_PER_SECOND = 3;
    private static final Duration STARTING = Duration.ofMinutes(2);
    private static final long WATCHED_MILLIS = 30_000;
    private static final long STOP_WATCHED_MILLIS = 6_000;

    /** What a request of the killed process may still need to be counted as arrived. */
    private static final long UNDER_WAY_MILLIS = 300;

    private final Histogram engine = new Histogram(3);
    private final Histogram delivery = new Histogram(3);
    private final Histogram stoppedEngine = new Histogram(3);
    private final Histogram stoppedDelivery = new Histogram(3);

    @Override
    public List<String> rows() {
        return List.of("P13");
    }

    @Override
    public List<Figure> run(Options options) throws Exception {
        int rounds = options.quick() ? 1 : 20;
        try (SimulatedWorld world = Connector.world(AGENTS, 200_000)) {
            try (Connector sync = new Connector("P13-sync", List.of("config-sync"), world.settings())) {
                sync.start().awaitReady(STARTING);
            }
            Connector.normalQuota(world, 20);
            try (RedisConnection redis =
                            new RedisConnection(RedisSettings.of(world.redisUrl(), world.tenant(), "tap"));
                    JournalTap tap = new JournalTap(redis, List.of(JOURNAL));
                    Connector first = new Connector("P13-a", List.of(ROLE), world.settings());
                    Connector second = new Connector("P13-b", List.of(ROLE), world.settings())) {
                first.start().awaitReady(STARTING);
                second.start().awaitReady(STARTING);
                world.site().play(PlayOptions.of(CALLS_PER_SECOND, 1).forgetting(), 0);
                TimeUnit.SECONDS.sleep(15);
                for (int round = 1; round <= rounds; round++) {
                    kill(world, tap, owner(first, second));
                    stop(world, tap, owner(first, second));
                    System.err.printf(
                            "  round %d of %d: killed: engine %d ms, delivery %d ms; stopped: %d ms, %d ms at most%n",
                            round,
                            rounds,
                            engine.getMaxValue(),
                            delivery.getMaxValue(),
                            stoppedEngine.getMaxValue(),
                            stoppedDelivery.getMaxValue());
                }
            }
        }
        return figures(rounds);
    }

    /** Waits until one of the two owns the calls and the delivery. */
    private static Connector owner(Connector first, Connector second) throws InterruptedException {
        long end = System.nanoTime() + STARTING.toNanos();
        while (System.nanoTime() < end) {
            for (Connector each : List.of(first, second)) {
                Connector other = each == first ? second : first;
                if (each.alive()
                        && each.holds(ROLE, "deliver:" + ROLE)
                        && !other.holdsAny(ROLE, "engage-events")
                        && each.holdsAny(ROLE, "engage-events")) {
                    return each;
                }
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        throw new IllegalStateException("no instance owns both calls and delivery; see benchmarks/target/P13-*.log");
    }

    private void kill(SimulatedWorld world, JournalTap tap, Connector owner) throws Exception {
        owner.kill();
        long dead = System.currentTimeMillis();
        long end = dead + WATCHED_MILLIS;
        long journaled = 0;
        long posted = 0;
        while ((journaled == 0 || posted == 0) && System.currentTimeMillis() < end) {
            TimeUnit.MILLISECONDS.sleep(100);
            journaled = first(tap.appends(dead));
            posted = first(arrivals(world, dead + UNDER_WAY_MILLIS));
        }
        engine.recordValue((journaled == 0 ? end : journaled) - dead);
        delivery.recordValue((posted == 0 ? end : posted) - dead);
        settle(owner);
    }

    private void stop(SimulatedWorld world, JournalTap tap, Connector owner) throws Exception {
        long stopped = System.currentTimeMillis();
        owner.stop();
        TimeUnit.MILLISECONDS.sleep(Math.max(0, stopped + STOP_WATCHED_MILLIS - System.currentTimeMillis()));
        long end = stopped + STOP_WATCHED_MILLIS;
        stoppedEngine.recordValue(longestSilence(tap.appends(stopped), stopped, end));
        stoppedDelivery.recordValue(longestSilence(arrivals(world, stopped), stopped, end));
        settle(owner);
    }

    private static void settle(Connector owner) throws Exception {
        owner.start().awaitReady(STARTING);
        TimeUnit.SECONDS.sleep(3);
    }

    private static long first(List<Long> times) {
        return times.stream().min(Long::compare).orElse(0L);
    }

    static long longestSilence(List<Long> times, long from, long to) {
        List<Long> sorted = new ArrayList<>(
                times.stream().filter(time -> time < to).sorted().toList());
        sorted.add(to);
        long longest = 0;
        long last = from;
        for (long time : sorted) {
            longest = Math.max(longest, time - last);
            last = time;
        }
        return longest;
    }

    private static List<Long> arrivals(SimulatedWorld world, long since) {
        List<Long> times = new ArrayList<>();
        world.cloud()
                .events(event -> event.arrivedAt() >= since && event.path().equals(Judge.CONVERSATIONS))
                .forEach(event -> times.add(event.arrivedAt()));
        return times;
    }

    private List<Figure> figures(int rounds) {
        String kills = rounds + " kills: ";
        String stops = rounds + " planned stops: ";
        return List.of(
                Figure.plain("P13", kills + "engine, p50", engine.getValueAtPercentile(50) / 1e3, "s"),
                Figure.atMost("P13", kills + "engine, p99", engine.getValueAtPercentile(99) / 1e3, "s", 8),
                Figure.plain("P13", kills + "delivery, p50", delivery.getValueAtPercentile(50) / 1e3, "s"),
                Figure.atMost("P13", kills + "delivery, p99", delivery.getValueAtPercentile(99) / 1e3, "s", 15),
                Figure.atMost("P13", stops + "longest silence, engine", stoppedEngine.getMaxValue() / 1e3, "s", 1),
                Figure.atMost("P13", stops + "longest silence, delivery", stoppedDelivery.getMaxValue() / 1e3, "s", 1));
    }
}

package org.engageconnector.benchmarks.site;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;
import org.engageconnector.benchmarks.measure.Figure;
import org.engageconnector.benchmarks.measure.Measure;
import org.engageconnector.component.redis.RedisConnection;
import org.engageconnector.component.redis.RedisSettings;
import org.engageconnector.simulators.engage.play.PlayOptions;
import org.engageconnector.simulators.engage.play.Player;
import org.engageconnector.simulators.genesyscloud.memory.RecordedEvent;
import org.engageconnector.simulators.judge.Judge;
import org.engageconnector.simulators.judge.OrganisationNames;
import org.engageconnector.simulators.world.SimulatedWorld;

/** C1: what {@code ex.delivery.linger} costs in delay and saves in requests, at the documented load and at a tenth of it. */
public final class LingerMeasure implements Measure {

    private static final String ROW = "C1";
    private static final long ANSWER_MILLIS = 20;
    private static final int DRAIN_SECONDS = 15;
    private static final List<String> JOURNALS = List.of("conversation-events", "agent-state-events");
    private static final List<String> LINGERS = List.of("0s", "500ms", "2s");
    private static final List<String> STATES = List.of(Judge.PRESENCE, Judge.ROUTING_STATUS);

    /** What came of one load. */
    private record Window(long from, long to) {
        boolean holds(long time) {
            return time >= from && time < to;
        }
    }

    @Override
    public List<String> rows() {
        return List.of(ROW);
    }

    @Override
    public List<Figure> run(Options options) throws Exception {
        List<Figure> figures = new ArrayList<>();
        for (String linger : LINGERS) {
            figures.addAll(run(linger, options.quick() ? 100 : 1_000, options.quick() ? 20 : 120));
        }
        return figures;
    }

    private List<Figure> run(String linger, int agents, int seconds) throws Exception {
        try (SimulatedWorld world = Connector.world(agents, 2_000_000)) {
            Map<String, String> settings = new HashMap<>(world.settings());
            settings.put("ex.delivery.linger", linger);
            try (Connector connector = new Connector(ROW, Connector.ROLES, settings)) {
                System.err.println("  linger " + linger + ": first sync of " + agents + " agents");
                connector.start().awaitReady(Duration.ofMinutes(5));
                Connector.normalQuota(world, ANSWER_MILLIS);
                try (RedisConnection redis =
                                new RedisConnection(RedisSettings.of(world.redisUrl(), world.tenant(), "tap"));
                        JournalTap tap = new JournalTap(redis, JOURNALS)) {
                    List<Figure> figures = new ArrayList<>();
                    double load = agents / 200.0;
                    figures.addAll(play(world, tap, linger, load, seconds));
                    figures.addAll(play(world, tap, linger, load / 10, seconds));
                    return figures;
                }
            }
        }
    }

    private static List<Figure> play(
            SimulatedWorld world, JournalTap tap, String linger, double callsPerSecond, int seconds)
            throws InterruptedException {
        int warmUp = Math.min(40, seconds);
        Player player =
                world.site().play(PlayOptions.of(callsPerSecond, 1).forgetting(), warmUp + seconds + DRAIN_SECONDS);
        System.err.println("  linger " + linger + ": " + callsPerSecond + " calls a second for " + seconds + " s after "
                + warmUp + " s");
        TimeUnit.SECONDS.sleep(warmUp);
        long from = System.currentTimeMillis();
        TimeUnit.SECONDS.sleep(seconds);
        Window window = new Window(from, System.currentTimeMillis());
        player.stop();
        TimeUnit.SECONDS.sleep(DRAIN_SECONDS);
        String load = "linger " + linger + ", " + callsPerSecond + " calls/s: ";
        List<Figure> figures = new ArrayList<>();
        figures.addAll(figures(world, tap, load + "conversations, ", window, List.of(Judge.CONVERSATIONS)));
        figures.addAll(figures(world, tap, load + "agent states, ", window, STATES));
        Set<String> accepted =
                world.cloud().accepted().stream().map(RecordedEvent::eventId).collect(Collectors.toSet());
        long lost = tap.ids(window.from(), window.to()).stream()
                .filter(id -> !accepted.contains(id))
                .count();
        figures.add(Figure.atMost(ROW, load + "journaled and not accepted", lost, "events", 0));
        figures.add(Figure.atMost(ROW, load + "conversation events out of order", outOfOrder(world), "events", 0));
        return figures;
    }

    private static int outOfOrder(SimulatedWorld world) {
        List<RecordedEvent> all = world.cloud().events(event -> true);
        return new Judge(new OrganisationNames(Map.of(), Map.of(), Map.of(), Map.of()), all).outOfOrder();
    }

    private static List<Figure> figures(
            SimulatedWorld world, JournalTap tap, String what, Window window, List<String> paths) {
        List<RecordedEvent> events = world.cloud().accepted().stream()
                .filter(event -> paths.contains(event.path()))
                .toList();
        long ofWindow =
                events.stream().filter(event -> window.holds(event.arrivedAt())).count();
        long requests = world.cloud().requests().stream()
                .filter(request -> paths.contains(request.path()) && window.holds(request.arrivedAt()))
                .count();
        Histogram delays = new Delays(events, tap, window.from(), window.to(), ANSWER_MILLIS).whole;
        return List.of(
                Figure.plain(ROW, what + "requests", requests, "requests"),
                Figure.plain(ROW, what + "requests per event", (double) requests / Math.max(1, ofWindow), "ratio"),
                Figure.plain(ROW, what + "p50", delays.getValueAtPercentile(50), "ms"),
                Figure.plain(ROW, what + "p99", delays.getValueAtPercentile(99), "ms"));
    }
}

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
import org.engageconnector.simulators.engage.play.Player;
import org.engageconnector.simulators.genesyscloud.memory.RecordedEvent;
import org.engageconnector.simulators.judge.Judge;
import org.engageconnector.simulators.world.SimulatedWorld;

/** P4: how late events are accepted at the documented load. P5: the same at 80 % of the ceiling of the quota. */
public final class DelayMeasure implements Measure {

    private static final long ANSWER_MILLIS = 20;
    private static final int WARM_UP_SECONDS = 40;
    private static final int DRAIN_SECONDS = 10;
    private static final List<String> JOURNALS = List.of("conversation-events", "agent-state-events");

    private final String row;
    private final int agents;
    private final double callsPerSecond;

    private DelayMeasure(String row, int agents, double callsPerSecond) {
        this.row = row;
        this.agents = agents;
        this.callsPerSecond = callsPerSecond;
    }

    /** 1,000 agents, 5 calls a second. */
    public static DelayMeasure atDocumentedLoad() {
        return new DelayMeasure("P4", 1_000, 5);
    }

    /** About 400 conversation events a second of the 500 that the quota lets through. */
    public static DelayMeasure atFourFifthsOfTheQuota() {
        return new DelayMeasure("P5", 3_000, 44);
    }

    @Override
    public List<String> rows() {
        return List.of(row);
    }

    @Override
    public List<Figure> run(Options options) throws Exception {
        int seconds = options.quick() ? 30 : 120;
        try (SimulatedWorld world = Connector.world(agents, 2_000_000);
                Connector connector = new Connector(row, Connector.ROLES, world.settings())) {
            System.err.println("  first sync of " + agents + " agents");
            connector.start().awaitReady(Duration.ofMinutes(5));
            Connector.normalQuota(world, ANSWER_MILLIS);
            try (RedisConnection redis =
                            new RedisConnection(RedisSettings.of(world.redisUrl(), world.tenant(), "tap"));
                    JournalTap tap = new JournalTap(redis, JOURNALS)) {
                return play(world, tap, seconds);
            }
        }
    }

    private List<Figure> play(SimulatedWorld world, JournalTap tap, int seconds) throws InterruptedException {
        PlayOptions play = PlayOptions.of(callsPerSecond, 1).forgetting();
        Player player = world.site().play(play, WARM_UP_SECONDS + seconds + DRAIN_SECONDS);
        System.err.println("  " + callsPerSecond + " calls a second, measured for " + seconds + " s after "
                + WARM_UP_SECONDS + " s");
        TimeUnit.SECONDS.sleep(WARM_UP_SECONDS);
        long from = System.currentTimeMillis();
        TimeUnit.SECONDS.sleep(seconds);
        long to = System.currentTimeMillis();
        TimeUnit.SECONDS.sleep(DRAIN_SECONDS);
        player.stop();
        List<RecordedEvent> accepted = world.cloud().accepted();
        List<Figure> figures = new ArrayList<>();
        add(figures, "conversation events", delays(accepted, tap, from, to, Judge.CONVERSATIONS), seconds, true);
        add(figures, "presence", delays(accepted, tap, from, to, Judge.PRESENCE), seconds, false);
        add(figures, "routing status", delays(accepted, tap, from, to, Judge.ROUTING_STATUS), seconds, false);
        figures.add(Figure.atMost(row, "429 answers", world.cloud().summary().answered429(), "answers", 0));
        figures.add(Figure.plain(
                row, "calls that found no free agent", player.progress().callsSkipped(), "calls"));
        return figures;
    }

    private static Delays delays(List<RecordedEvent> accepted, JournalTap tap, long from, long to, String path) {
        List<RecordedEvent> ofPath =
                accepted.stream().filter(event -> event.path().equals(path)).toList();
        return new Delays(ofPath, tap, from, to, ANSWER_MILLIS);
    }

    /** @param goals false for agent states: two endpoints share the slots of one token there (docs/benchmarks.md) */
    private void add(List<Figure> figures, String what, Delays delays, int seconds, boolean goals) {
        Histogram whole = delays.whole;
        figures.add(Figure.plain(row, what + " a second", whole.getTotalCount() / (double) seconds, "events/s"));
        double p50 = whole.getValueAtPercentile(50);
        double p99 = whole.getValueAtPercentile(99);
        if (!goals) {
            figures.add(Figure.plain(row, what + ", p50", p50, "ms"));
            figures.add(Figure.plain(row, what + ", p99", p99, "ms"));
        } else if (row.equals("P4")) {
            figures.add(Figure.atMost(row, what + ", p50", p50, "ms", 150));
            figures.add(Figure.atMost(row, what + ", p99", p99, "ms", 300));
        } else {
            figures.add(Figure.plain(row, what + ", p50", p50, "ms"));
            figures.add(Figure.atMost(row, what + ", p99", p99, "ms", 2_000));
        }
        figures.add(Figure.plain(row, what + ", longest", whole.getMaxValue(), "ms"));
        part(figures, what + ", evidence to journal", delays.untilJournaled);
        part(figures, what + ", journal to Genesys Cloud", delays.untilPosted);
        figures.add(Figure.plain(row, what + " that were not traced", delays.unseen, "events"));
    }

    private void part(List<Figure> figures, String what, Histogram part) {
        figures.add(Figure.plain(row, what + ", p50", part.getValueAtPercentile(50), "ms"));
        figures.add(Figure.plain(row, what + ", p99", part.getValueAtPercentile(99), "ms"));
    }
}

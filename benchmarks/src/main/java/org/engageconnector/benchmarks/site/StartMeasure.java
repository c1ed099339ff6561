package org.engageconnector.benchmarks.site;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.engageconnector.benchmarks.measure.Figure;
import org.engageconnector.benchmarks.measure.Measure;
import org.engageconnector.simulators.world.SimulatedWorld;

/** P12: from the command to all three roles ready, on a site that was synced before. */
public final class StartMeasure implements Measure {

    private static final int AGENTS = 1_000;

    @Override
    public List<String> rows() {
        return List.of("P12");
    }

    @Override
    public List<Figure> run(Options options) throws Exception {
        int starts = options.quick() ? 1 : 5;
        Histogram millis = new Histogram(3);
        List<String> seen = new ArrayList<>();
        try (SimulatedWorld world = Connector.world(AGENTS, 1);
                Connector connector = new Connector("P12", Connector.ROLES, world.settings())) {
            double first = connector.start().awaitReady(Duration.ofMinutes(3));
            connector.stop();
            Connector.normalQuota(world, 0);
            for (int i = 0; i < starts; i++) {
                double seconds = connector.start().awaitReady(Duration.ofMinutes(1));
                millis.recordValue(Math.round(seconds * 1_000));
                seen.add("%.2f".formatted(seconds));
                connector.stop();
            }
            System.err.println("  starts: " + String.join(" ", seen) + " s; the first, with its sync: "
                    + "%.1f".formatted(first) + " s");
        }
        return List.of(
                Figure.plain(
                        "P12", "command to ready, all three roles, median", millis.getValueAtPercentile(50) / 1e3, "s"),
                Figure.atMost("P12", "the slowest of " + starts, millis.getMaxValue() / 1e3, "s", 6));
    }
}

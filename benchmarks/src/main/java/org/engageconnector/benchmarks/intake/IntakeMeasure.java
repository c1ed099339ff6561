package org.engageconnector.benchmarks.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.engageconnector.benchmarks.measure.Figure;
import org.engageconnector.benchmarks.measure.Measure;
import org.engageconnector.simulators.world.LocalRedis;

/** P8: intake of two connections into the journal against bare pipelined appends of the same bytes, in turn on one Redis. */
public final class IntakeMeasure implements Measure {

    private static final double GOAL = 0.5;
    private static final int ROUNDS = 5;
    private static final int FRAMES = 100_000;
    private static final int QUICK_FRAMES = 4_000;

    @Override
    public List<String> rows() {
        return List.of("P8");
    }

    @Override
    public List<Figure> run(Options options) throws Exception {
        int rounds = options.quick() ? 1 : ROUNDS;
        int frames = options.quick() ? QUICK_FRAMES : FRAMES;
        try (LocalRedis redis = LocalRedis.start()) {
            String url = redis.url();
            List<Double> bare = new ArrayList<>();
            List<Double> intake = new ArrayList<>();
            List<Double> ratios = new ArrayList<>();
            for (int round = -1; round < rounds; round++) {
                double plain = BareAppends.perSecond(url, frames);
                double ours = JournalIntakeRun.perSecond(url, "round" + round, frames);
                if (round >= 0) {
                    bare.add(plain);
                    intake.add(ours);
                    ratios.add(ours / plain);
                }
            }
            return List.of(
                    Figure.plain("P8", "intake, two connections, sockets to confirmed", median(intake), "frames/s"),
                    Figure.plain("P8", "bare client, pipelined appends", median(bare), "frames/s"),
                    Figure.atLeast("P8", "intake against the bare client", median(ratios), "ratio", GOAL));
        }
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(value -> value).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}

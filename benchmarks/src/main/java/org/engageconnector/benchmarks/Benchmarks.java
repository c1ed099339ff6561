package org.engageconnector.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.engageconnector.benchmarks.codec.CodecMeasure;
import org.engageconnector.benchmarks.configsync.ConfigSyncMeasure;
import org.engageconnector.benchmarks.delivery.DrainMeasure;
import org.engageconnector.benchmarks.engine.EngineMeasure;
import org.engageconnector.benchmarks.intake.IntakeMeasure;
import org.engageconnector.benchmarks.measure.Figure;
import org.engageconnector.benchmarks.measure.Measure;
import org.engageconnector.benchmarks.measure.Report;
import org.engageconnector.benchmarks.replay.ReplayMeasure;
import org.engageconnector.benchmarks.site.Connector;
import org.engageconnector.benchmarks.site.DelayMeasure;
import org.engageconnector.benchmarks.site.FootprintMeasure;
import org.engageconnector.benchmarks.site.LingerMeasure;
import org.engageconnector.benchmarks.site.StartMeasure;
import org.engageconnector.benchmarks.site.TakeoverMeasure;

/**
 * {@code benchmarks/run [--quick] [--json] [--profile] [P1 ... P17, C1]}: measures the rows asked for, or all. With
 * {@code --profile} every connector that runs in a process of its own leaves a flight recording in {@code benchmarks/target}.
 */
public final class Benchmarks {

    private static final List<Measure> ALL = List.of(
            new DrainMeasure(),
            DelayMeasure.atDocumentedLoad(),
            DelayMeasure.atFourFifthsOfTheQuota(),
            new FootprintMeasure(),
            new CodecMeasure(),
            new IntakeMeasure(),
            new EngineMeasure(),
            new ConfigSyncMeasure(),
            new StartMeasure(),
            new TakeoverMeasure(),
            new ReplayMeasure(),
            new LingerMeasure());

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        List<String> words = new ArrayList<>(Arrays.asList(arguments));
        boolean json = words.remove("--json");
        boolean quick = words.remove("--quick");
        if (words.remove("--profile")) {
            System.setProperty(Connector.PROFILE, "true");
        }
        Set<String> known =
                ALL.stream().flatMap(measure -> measure.rows().stream()).collect(Collectors.toCollection(TreeSet::new));
        if (!known.containsAll(words)) {
            System.err.println("usage: benchmarks/run [--quick] [--json] [--profile] [ROW ...]   rows: "
                    + String.join(" ", known));
            System.exit(2);
        }
        List<Figure> figures = new ArrayList<>();
        for (Measure measure : ALL) {
            if (words.isEmpty() || measure.rows().stream().anyMatch(words::contains)) {
                System.err.println("measuring " + String.join(" ", measure.rows()) + " ...");
                figures.addAll(measure.run(new Measure.Options(quick)));
            }
        }
        System.out.println(json ? Report.json(figures) : Report.table(figures));
        System.exit(0);
    }
}

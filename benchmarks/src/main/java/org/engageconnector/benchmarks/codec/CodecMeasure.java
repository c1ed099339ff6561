package org.engageconnector.benchmarks.codec;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.engageconnector.benchmarks.measure.Figure;
import org.engageconnector.benchmarks.measure.Jmh;
import org.engageconnector.benchmarks.measure.Measure;
import org.openjdk.jmh.results.RunResult;

/** P7: decode of a typical EventRinging against a hand loop that walks, validates and copies the same bytes. */
public final class CodecMeasure implements Measure {

    private static final double GOAL = 2;

    @Override
    public List<String> rows() {
        return List.of("P7");
    }

    @Override
    public List<Figure> run(Options options) throws Exception {
        Collection<RunResult> results = Jmh.run(CodecBenchmark.class, options);
        double decode = Jmh.score(results, "decode");
        double handLoop = Jmh.score(results, "handLoop");
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.plain("P7", "decode of one EventRinging, 40 attributes", decode, "ns"));
        figures.add(Figure.plain("P7", "hand loop over the same bytes", handLoop, "ns"));
        figures.add(Figure.atMost("P7", "decode against the hand loop", decode / handLoop, "ratio", GOAL));
        figures.add(Figure.plain("P7", "allocated per decode", Jmh.allocated(results, "decode"), "bytes"));
        figures.add(Figure.plain("P7", "allocated by the hand loop", Jmh.allocated(results, "handLoop"), "bytes"));
        return figures;
    }
}

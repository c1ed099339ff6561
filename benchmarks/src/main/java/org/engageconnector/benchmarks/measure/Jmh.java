package org.engageconnector.benchmarks.measure;

import java.util.Collection;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs a JMH class with the settings of this project, allocation counted, and reads its results. */
public final class Jmh {

    private Jmh() {}

    public static Collection<RunResult> run(Class<?> benchmark, Measure.Options options) throws RunnerException {
        OptionsBuilder builder = new OptionsBuilder();
        builder.include("^" + benchmark.getName().replace(".", "\\.") + "\\.")
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .forks(options.quick() ? 1 : 3)
                .warmupIterations(options.quick() ? 1 : 5)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(options.quick() ? 1 : 5)
                .measurementTime(TimeValue.seconds(1))
                .shouldFailOnError(true);
        return new Runner(builder.build()).run();
    }

    /** The score of the benchmark method of this name, in its own unit. */
    public static double score(Collection<RunResult> results, String method) {
        return result(results, method).getPrimaryResult().getScore();
    }

    /** Bytes allocated per operation. */
    public static double allocated(Collection<RunResult> results, String method) {
        return result(results, method)
                .getSecondaryResults()
                .get("gc.alloc.rate.norm")
                .getScore();
    }

    private static RunResult result(Collection<RunResult> results, String method) {
        return results.stream()
                .filter(result -> result.getParams().getBenchmark().endsWith("." + method))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no result of " + method));
    }
}

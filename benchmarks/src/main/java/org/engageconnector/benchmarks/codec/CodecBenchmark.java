package org.engageconnector.benchmarks.codec;

import java.util.concurrent.TimeUnit;
import org.engageconnector.message.Message;
import org.engageconnector.message.tkv.Tkv;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** P7, by JMH. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CodecBenchmark {

    private final byte[] frame = Ringing.frame();
    private final HandLoop handLoop = new HandLoop();

    @Benchmark
    public Message decode() {
        return Tkv.decode(frame);
    }

    @Benchmark
    public int handLoop() {
        return handLoop.walk(frame);
    }
}

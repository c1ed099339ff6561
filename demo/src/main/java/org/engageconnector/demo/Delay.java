package org.engageconnector.demo;

import org.HdrHistogram.Histogram;

/** Milliseconds from the event at the site to its acceptance. */
record Delay(long p50, long p99, long max) {

    static Delay of(Histogram delays) {
        return new Delay(delays.getValueAtPercentile(50), delays.getValueAtPercentile(99), delays.getMaxValue());
    }
}

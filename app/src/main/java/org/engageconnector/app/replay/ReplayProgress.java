package org.engageconnector.app.replay;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Shows how far the reading is: bytes, rate, time left. A line every ten seconds, from the third second on. One thread. */
final class ReplayProgress implements AutoCloseable {

    private static final long FIRST = TimeUnit.SECONDS.toNanos(3);
    private static final long EVERY = TimeUnit.SECONDS.toNanos(10);
    private static final double MEGABYTE = 1 << 20;

    private final PrintStream err;
    private final long total;
    private final long start = System.nanoTime();
    private long read;
    private long next = start + FIRST;

    /** @param total bytes on the disk */
    ReplayProgress(PrintStream err, long total) {
        this.err = err;
        this.total = total;
    }

    void read(long bytes) {
        read += bytes;
        long now = System.nanoTime();
        if (now - next >= 0) {
            next = now + EVERY;
            show(now);
        }
    }

    private void show(long now) {
        double seconds = Math.max(1e-3, (now - start) / 1e9);
        double rate = read / seconds;
        long left = rate == 0 ? 0 : Math.round(Math.max(0, total - read) / rate);
        err.println(String.format(
                Locale.ROOT,
                "engage-connector: read %.0f of %.0f MB, %.0f MB/s, %d s left",
                read / MEGABYTE,
                total / MEGABYTE,
                rate / MEGABYTE,
                left));
    }

    @Override
    public void close() {
        if (System.nanoTime() - start > FIRST) {
            show(System.nanoTime());
        }
    }
}

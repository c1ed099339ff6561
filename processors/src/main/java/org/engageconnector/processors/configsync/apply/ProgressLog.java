package org.engageconnector.processors.configsync.apply;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says twice a minute how far a long run is. Thread-safe; a short run says nothing. */
final class ProgressLog {

    private static final Logger LOG = LoggerFactory.getLogger(ProgressLog.class);
    private static final long PERIOD_MILLIS = 30_000;

    private final Progress progress;
    private final LongSupplier clock;
    private final AtomicLong saidAt;

    /** @param clock milliseconds since 1970 */
    ProgressLog(Progress progress, LongSupplier clock) {
        this.progress = progress;
        this.clock = clock;
        this.saidAt = new AtomicLong(clock.getAsLong());
    }

    /** To be called after every change. */
    void tick() {
        long now = clock.getAsLong();
        long last = saidAt.get();
        if (now - last >= PERIOD_MILLIS && saidAt.compareAndSet(last, now)) {
            LOG.info("config-sync: {}", line(progress.view()));
        }
    }

    /** For example {@code user: 1200 of 4000 changes done, about 12 min left}. */
    static String line(Progress.View view) {
        return view.phase() + ": " + view.done() + " of " + view.toDo() + " changes done, " + left(view.secondsLeft());
    }

    private static String left(long seconds) {
        if (seconds < 0) {
            return "time left not known yet";
        }
        Duration left = Duration.ofSeconds(seconds);
        return left.toHours() > 0
                ? "about " + left.toHours() + " h " + left.toMinutesPart() + " min left"
                : "about " + (left.toMinutes() + 1) + " min left";
    }
}

package org.engageconnector.component.journal.intake;

import io.micrometer.core.instrument.Counter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.engageconnector.background.BackgroundFailures;
import org.engageconnector.component.journal.stream.Partition;
import org.engageconnector.component.redis.RedisConnection;
import org.engageconnector.message.ReceivedFrame;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes Engage frames into a journal: one {@link IntakeAppender} per SIP Server pair, and their rings. Thread-safe. */
public final class JournalIntake implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JournalIntake.class);

    private final RedisConnection redis;
    private final String journal;
    private final Counter duplicates;
    private final Map<String, IntakeAppender> appenders = new ConcurrentHashMap<>();
    private final ExecutorService rings;
    private final Runnable reconnected = this::reconnected;

    public JournalIntake(RedisConnection redis, String journal, Counter duplicates) {
        this.redis = redis;
        this.journal = journal;
        this.duplicates = duplicates;
        this.rings = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "journal-ring-" + journal);
            thread.setDaemon(true);
            return thread;
        });
        redis.onConnect(reconnected);
    }

    /** Returns when Redis has them all, throws when that is not known after a few seconds: then they are to be given again. */
    public void append(List<ReceivedFrame> frames) {
        if (frames.isEmpty()) {
            return;
        }
        String server = frames.get(0).server();
        appenders
                .computeIfAbsent(
                        server,
                        name -> new IntakeAppender(new FrameWriter(redis, new Partition(journal, name), duplicates)))
                .append(frames);
    }

    /** False while a ring has to be appended again. */
    public boolean ringsAreWritten() {
        return appenders.values().stream().allMatch(IntakeAppender::ringIsWritten);
    }

    private void reconnected() {
        long lost = redis.heardBefore();
        appenders.values().forEach(appender -> appender.ringIsDue(lost));
        try {
            rings.execute(BackgroundFailures.PROCESS.guard(
                    "journal-ring-" + journal, () -> appenders.values().forEach(this::repeat)));
        } catch (RejectedExecutionException e) {
            LOG.debug("closing: the ring is not appended again");
        }
    }

    private void repeat(IntakeAppender appender) {
        try {
            appender.repeatRing();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        redis.removeOnConnect(reconnected);
        rings.shutdownNow();
        appenders.values().forEach(IntakeAppender::close);
    }
}

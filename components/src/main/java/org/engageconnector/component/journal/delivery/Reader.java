package org.engageconnector.component.journal.delivery;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.engageconnector.background.BackgroundFailures;
import org.engageconnector.component.journal.lease.LeaseLostException;
import org.engageconnector.component.redis.RedisUnavailableException;
import org.engageconnector.journal.JournalEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the journal into the backlog as long as that has room. One thread, which waits in Redis for new entries. */
final class Reader implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Reader.class);
    private static final int PAGE = 500;
    private static final long WAIT_MILLIS = 500;

    private final Outbox outbox;
    private volatile boolean stopping;

    Reader(Outbox outbox) {
        this.outbox = outbox;
    }

    void stop() {
        stopping = true;
    }

    /** After Redis was away it may have forgotten deletions: read everything again; known entries are not taken twice. */
    void readAgain() {
        outbox.locked(() -> outbox.readUpTo = "0-0");
    }

    @Override
    public void run() {
        while (!stopping) {
            try {
                boolean busy = read();
                BackgroundFailures.PROCESS.succeeded("reader " + outbox.journal.name());
                outbox.journal.worked("reading");
                if (!busy) {
                    rest();
                }
            } catch (RedisUnavailableException | LeaseLostException e) {
                outbox.journal.refused("reading", e);
                LOG.debug("{}: {}", outbox.journal.name(), e.getMessage());
                rest();
            } catch (RuntimeException | Error e) {
                BackgroundFailures.PROCESS.failed("reader " + outbox.journal.name(), e);
                rest();
            }
        }
        outbox.journal.close();
    }

    /** False when there is nothing to do now. */
    private boolean read() {
        long ownership = outbox.locked(() -> outbox.ownership != 0 && outbox.backlog.hasRoom() ? outbox.ownership : 0L);
        if (ownership == 0) {
            return false;
        }
        String from = outbox.locked(() -> outbox.readUpTo);
        List<JournalEntry> entries = outbox.journal.next(from, PAGE, WAIT_MILLIS);
        List<JournalEntry> settled = outbox.locked(() -> outbox.ownership == ownership && outbox.readUpTo.equals(from)
                ? outbox.add(entries, false)
                : List.<JournalEntry>of());
        if (!settled.isEmpty()) {
            Confirmation edit = outbox.journal.confirm();
            settled.forEach(edit::accepted);
            edit.commit();
        }
        return true;
    }

    private void rest() {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException e) {
            stopping = true;
        }
    }
}

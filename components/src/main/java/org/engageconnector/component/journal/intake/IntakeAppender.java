package org.engageconnector.component.journal.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.engageconnector.message.ReceivedFrame;

/**
 * The one appender of a SIP Server pair in this instance. The threads of its connections bring lists and wait; whichever
 * finds nobody appending does it for all who wait by then, so a frame goes at once and a crowd goes together.
 *
 * <p>While Redis is away or the journal is full, a caller waits 5 s, and then until the append under way has ended (its
 * commands have 2 s each). It gets an exception, keeps its frames, leaves its socket unread and comes again.
 */
final class IntakeAppender {

    private static final long PATIENCE_NANOS = 5_000_000_000L;
    private static final long RETRY_NANOS = 50_000_000;
    private static final long COMES_AGAIN_NANOS = 1_500_000_000;
    private static final int MOST_FRAMES = 1000;
    private static final int MOST_BYTES = 1 << 20;

    private final FrameWriter writer;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final FamilyMerge merge = new FamilyMerge();
    private final Ring ring = new Ring();
    private boolean busy;
    private boolean ringDue;
    private boolean ringOnItsWay;
    private RuntimeException lastFailure;
    private long nextTry = System.nanoTime();

    IntakeAppender(FrameWriter writer) {
        this.writer = writer;
    }

    /** Gives its connection back; called when nobody appends any more. */
    void close() {
        writer.close();
    }

    void append(List<ReceivedFrame> frames) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        Submission mine = new Submission(frames);
        lock.lock();
        try {
            merge.add(mine);
            changed.signalAll();
            while (!mine.done()) {
                long left = deadline - System.nanoTime();
                if (left <= 0 && !busy) {
                    throw lastFailure != null
                            ? lastFailure
                            : new IllegalStateException("the journal did not take the frames in time");
                }
                if (busy) {
                    changed.awaitNanos(RETRY_NANOS);
                } else {
                    work(left);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before the journal had taken the frames", e);
        } finally {
            if (!mine.done()) {
                merge.remove(mine, COMES_AGAIN_NANOS);
            }
            lock.unlock();
        }
    }

    /**
     * Redis has come back: before anything new, the ring goes again.
     *
     * @param lost {@link System#nanoTime()} when Redis was last there before
     */
    void ringIsDue(long lost) {
        lock.lock();
        ring.keepFrom(lost);
        ringDue = true;
        lock.unlock();
    }

    /** False from {@link #ringIsDue} until Redis has all of it. */
    boolean ringIsWritten() {
        lock.lock();
        try {
            return !ringDue && !ringOnItsWay;
        } finally {
            lock.unlock();
        }
    }

    /** Appends the ring again unless somebody else has done it; tries for a few seconds. */
    void repeatRing() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        lock.lock();
        try {
            while (ringDue && System.nanoTime() < deadline) {
                if (busy || !writeAlone(List.of())) {
                    changed.awaitNanos(RETRY_NANOS);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Appends one batch for all who wait. What cannot be written goes back before anybody waits, so that the next try merges
     * it with what has come from the other families since.
     */
    private void work(long patience) throws InterruptedException {
        // after a failure all who wait are awake: one of them tries again, and not at once
        long wait = Math.max(merge.waitNanos(), nextTry - System.nanoTime());
        if (wait > 0) {
            changed.awaitNanos(Math.min(Math.min(wait, Math.max(patience, 1)), RETRY_NANOS));
            return;
        }
        List<FamilyQueue.Timed> batch = merge.take(MOST_FRAMES, MOST_BYTES);
        List<ReceivedFrame> frames = new ArrayList<>(batch.size());
        batch.forEach(timed -> frames.add(timed.frame()));
        if (writeAlone(frames)) {
            batch.forEach(timed -> timed.from().confirmOne());
            merge.written(batch);
            changed.signalAll();
        } else {
            merge.putBack(batch);
        }
    }

    /** True when written; false when Redis is away or the journal is full. */
    private boolean writeAlone(List<ReceivedFrame> frames) {
        busy = true;
        try {
            write(frames);
            lastFailure = null;
            writer.worked();
            return true;
        } catch (RuntimeException e) {
            lastFailure = e;
            writer.refused(e);
            nextTry = System.nanoTime() + RETRY_NANOS;
            return false;
        } finally {
            busy = false;
            changed.signalAll();
        }
    }

    /** Writes with the lock open; {@link #busy} keeps others out. */
    private void write(List<ReceivedFrame> frames) {
        // read before the flag, which is set before the number changes: with the present number the flag is right
        int connect = writer.connect();
        boolean again = ringDue;
        List<List<MarkedFrame>> old = again ? ring.contents() : List.of();
        ringDue = false;
        ringOnItsWay = again;
        List<MarkedFrame> marked = List.of();
        boolean written = false;
        lock.unlock();
        try {
            old.forEach(each -> writer.write(each, connect));
            marked = writer.mark(frames);
            writer.write(marked, connect);
            written = true;
        } finally {
            lock.lock();
            ringDue |= again && !written;
            ringOnItsWay = false;
            if (written) {
                ring.add(marked);
            }
        }
    }
}

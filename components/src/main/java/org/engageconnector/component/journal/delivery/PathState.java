package org.engageconnector.component.journal.delivery;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.engageconnector.background.BackOff;
import org.engageconnector.journal.DeliveryPath;

/**
 * Whether requests to a path may leave: it may be stopped (then it is tried every now and then) or in back-off after
 * failures (then a single request is sent at a time until one succeeds). Nanoseconds of {@code System.nanoTime()}; guarded
 * by its owner's lock.
 */
final class PathState {

    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);

    final DeliveryPath path;
    final PoisonStop poison = new PoisonStop();
    StoppedTime stoppedTime = StoppedTime.NEVER;
    int inFlight;
    private final long tryEvery;
    private final BackOff backOff;
    private String stoppedBecause;
    private boolean poisoned;
    private long stoppedSinceMillis;
    private int failures;
    private long notBefore;

    PathState(DeliveryPath path, Duration tryEvery, DoubleSupplier random) {
        this.path = path;
        this.tryEvery = tryEvery.toNanos();
        this.backOff = new BackOff(FIRST_WAIT, LONGEST_WAIT, 0, 0.2, random);
    }

    /** 0 when a request may leave, else how long to wait; {@link Long#MAX_VALUE} = until the one in flight is answered. */
    long waitFor(long now) {
        if (stoppedBecause == null && failures == 0) {
            return 0;
        }
        if (inFlight > 0) {
            return Long.MAX_VALUE;
        }
        return Math.max(0, notBefore - now);
    }

    /** Requests go through again; returns true when the path was stopped. */
    boolean works() {
        boolean was = stoppedBecause != null;
        stoppedBecause = null;
        poisoned = false;
        failures = 0;
        return was;
    }

    /** A failure that will pass: wait 1, 2, 4 ... 15 s, a little more by chance. */
    void failed(long now) {
        notBefore = now + backOff.delay(failures++).toNanos();
    }

    /** Stops the path; returns true when that is news. */
    boolean stop(long now, long nowMillis, String message, boolean becauseOfPoison) {
        boolean news = !message.equals(stoppedBecause);
        if (stoppedBecause == null) {
            stoppedSinceMillis = nowMillis;
        }
        stoppedBecause = message;
        poisoned = becauseOfPoison;
        notBefore = now + tryEvery;
        return news;
    }

    boolean isStopped() {
        return stoppedBecause != null;
    }

    /** Stopped because nearly everything was refused: the next try must show that this is over. */
    boolean isPoisoned() {
        return poisoned;
    }

    /** Why the path is stopped; null when it is not. */
    String stoppedBecause() {
        return stoppedBecause;
    }

    long stoppedSinceMillis() {
        return stoppedSinceMillis;
    }
}

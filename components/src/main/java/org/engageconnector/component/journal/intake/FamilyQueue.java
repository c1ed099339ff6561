package org.engageconnector.component.journal.intake;

import java.util.ArrayDeque;
import org.engageconnector.message.ReceivedFrame;

/** The frames of one family that wait for their append, in order, each with the time it is merged by. Not thread-safe. */
final class FamilyQueue {

    /** A frame and when it happened, microseconds; a frame without a time has that of the one before it. */
    record Timed(ReceivedFrame frame, long time, Submission from) {}

    private final ArrayDeque<Timed> waiting = new ArrayDeque<>();
    private long lastTime = Long.MIN_VALUE;

    void add(Submission submission) {
        for (ReceivedFrame frame : submission.frames()) {
            lastTime = Math.max(lastTime, EventIdentity.time(frame, lastTime));
            waiting.add(new Timed(frame, lastTime, submission));
        }
    }

    void remove(Submission submission) {
        waiting.removeIf(timed -> timed.from() == submission);
    }

    Timed first() {
        return waiting.peekFirst();
    }

    Timed take() {
        return waiting.pollFirst();
    }

    void putBack(Timed timed) {
        waiting.addFirst(timed);
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** The time of the last frame at hand; what comes later is not earlier. */
    long lastTime() {
        return lastTime;
    }
}

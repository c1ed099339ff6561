package org.engageconnector.platformsdk;

import java.util.ArrayDeque;
import org.engageconnector.message.tkv.TkvFrame;

/**
 * Messages on their way from the SDK's thread to the session's. The SDK cannot be told to stop reading, so what waits is
 * bounded here: past the bound everything is dropped and the connection must end. Thread-safe.
 */
final class Inbox {

    static final int MOST_MESSAGES = 20_000;
    static final long MOST_BYTES = 32L << 20;

    private final ArrayDeque<TkvFrame> waiting = new ArrayDeque<>();
    private long bytes;
    private boolean overrun;

    /** @return whether it is the first that waits, so that somebody must be told */
    synchronized boolean put(TkvFrame frame) {
        if (overrun) {
            return false;
        }
        boolean first = waiting.isEmpty();
        if (waiting.size() >= MOST_MESSAGES || bytes + frame.bytes().length > MOST_BYTES) {
            overrun = true;
            clear();
            return true;
        }
        waiting.add(frame);
        bytes += frame.bytes().length;
        return first;
    }

    synchronized TkvFrame peek() {
        return waiting.peek();
    }

    synchronized void remove() {
        TkvFrame frame = waiting.poll();
        bytes -= frame == null ? 0 : frame.bytes().length;
    }

    synchronized void clear() {
        waiting.clear();
        bytes = 0;
    }

    synchronized boolean isOverrun() {
        return overrun;
    }
}

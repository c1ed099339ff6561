package org.engageconnector.processors.delivery;

import java.util.ArrayDeque;
import java.util.List;

/**
 * Counts the requests that the server may still count. We know when a request left and when its answer came, not when the
 * server took it in; so it counts from its grant until a whole window after its answer. Whatever the network does in
 * between, the server never sees more than this count in any window of its own. Not thread-safe.
 */
final class SlidingWindow {

    /** A minute, and a little for the grain of clocks. */
    static final long LENGTH = 60_050_000_000L;

    /** A request that nobody reported as finished is taken as over after this time; requests are limited to far less. */
    private static final long FORGOTTEN_AFTER = 30_000_000_000L;

    private final ArrayDeque<Long> open = new ArrayDeque<>();
    private final ArrayDeque<Long> over = new ArrayDeque<>();

    void granted(long now) {
        open.addLast(now);
    }

    void finished(long now) {
        if (open.pollFirst() != null) {
            over.addLast(now);
        }
    }

    /** Adds requests of an earlier owner, each over at the given time. */
    void addEarlier(List<Long> times) {
        over.addAll(times);
        List<Long> sorted = over.stream().sorted().toList();
        over.clear();
        over.addAll(sorted);
    }

    /** Requests that may still be counted by a server that takes in a request now. */
    int count(long now) {
        while (!open.isEmpty() && now - open.peekFirst() > FORGOTTEN_AFTER) {
            finished(now);
        }
        while (!over.isEmpty() && now - over.peekFirst() >= LENGTH * 2) {
            over.pollFirst();
        }
        return countSince(now - LENGTH);
    }

    /** Open requests, and those that were over later than {@code time}. */
    int countSince(long time) {
        int old = 0;
        for (long at : over) {
            if (at - time > 0) {
                break;
            }
            old++;
        }
        return open.size() + over.size() - old;
    }

    int open() {
        return open.size();
    }

    /** How long until the oldest finished request stops to count; a short wait when only open ones fill the window. */
    long untilNextLeaves(long now) {
        for (long at : over) {
            if (at + LENGTH - now > 0) {
                return at + LENGTH - now;
            }
        }
        return 5_000_000L;
    }
}

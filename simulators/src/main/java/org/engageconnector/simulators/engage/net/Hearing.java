package org.engageconnector.simulators.engage.net;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The record of when somebody heard all that a server pair says, and when nobody did. Times in milliseconds since 1970.
 * Guarded by the pair's lock.
 */
public final class Hearing {

    /** From its first to before its last millisecond; a span that has not ended is open to the right. */
    public record Span(long from, long to) {
        public boolean contains(long at) {
            return from <= at && at < to;
        }

        @Override
        public String toString() {
            return Instant.ofEpochMilli(from) + " to " + (to == Long.MAX_VALUE ? "now" : Instant.ofEpochMilli(to));
        }
    }

    private final List<Span> unheard = new ArrayList<>();
    private long deafSince;

    /** Nobody hears anything at first. */
    public Hearing(long now) {
        deafSince = now;
    }

    /** Somebody hears everything from now on, or nobody does. */
    public void note(boolean heard, long now) {
        if (heard && deafSince >= 0) {
            unheard.add(new Span(deafSince, now));
            deafSince = -1;
        } else if (!heard && deafSince < 0) {
            deafSince = now;
        }
    }

    /** A copy: when nobody heard, oldest first. */
    public List<Span> unheard() {
        List<Span> spans = new ArrayList<>(unheard);
        if (deafSince >= 0) {
            spans.add(new Span(deafSince, Long.MAX_VALUE));
        }
        return spans;
    }
}

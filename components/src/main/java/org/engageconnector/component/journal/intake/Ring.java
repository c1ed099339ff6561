package org.engageconnector.component.journal.intake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * The frames of the last 15 s in which Redis was there, in the order of their append, for the case that it forgets what it
 * confirmed; how long it was away does not count. Kept to 32 MiB: at more than that in 15 s the oldest go early. Guarded by its
 * appender's lock.
 */
final class Ring {

    private static final long AGE_NANOS = 15_000_000_000L;
    private static final long MOST_BYTES = 32L << 20;

    /** What a frame's objects take beside its body, about: message, headers, marks. */
    private static final long OBJECT_BYTES = 512;

    private record Part(List<MarkedFrame> frames, long at, long bytes) {}

    private final ArrayDeque<Part> parts = new ArrayDeque<>();
    private long bytes;

    void add(List<MarkedFrame> frames) {
        add(frames, System.nanoTime());
    }

    /** As the other, at a time of {@link System#nanoTime()}. */
    void add(List<MarkedFrame> frames, long now) {
        if (!frames.isEmpty()) {
            long size = frames.stream()
                    .mapToLong(frame -> frame.body().length + OBJECT_BYTES)
                    .sum();
            parts.add(new Part(frames, now, size));
            bytes += size;
        }
        keepFrom(now);
    }

    /** Forgets what was confirmed more than 15 s before a time, and what is too much. */
    void keepFrom(long time) {
        while (!parts.isEmpty()
                && (bytes > MOST_BYTES || time - parts.getFirst().at() > AGE_NANOS)) {
            bytes -= parts.removeFirst().bytes();
        }
    }

    /** What is kept, oldest first, in the lists it was appended in. */
    List<List<MarkedFrame>> contents() {
        List<List<MarkedFrame>> contents = new ArrayList<>(parts.size());
        parts.forEach(part -> contents.add(part.frames()));
        return contents;
    }
}

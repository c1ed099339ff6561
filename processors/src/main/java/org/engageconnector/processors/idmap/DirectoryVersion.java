package org.engageconnector.processors.idmap;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.engageconnector.directory.Directory;

/**
 * The directory's version, asked of Redis again only when the last answer is 50 ms old: a busy site has a hundred steps a second,
 * and a change of the configuration took a minute to get here. Thread-safe.
 */
public final class DirectoryVersion {

    static final long KNOWN_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private record Answer(long version, long askedAt) {}

    private final LongSupplier asked;
    private final LongSupplier nanoTime;
    private volatile Answer last;

    /**
     * @param asked {@link Directory#version()}
     * @param nanoTime {@link System#nanoTime()}
     */
    public DirectoryVersion(LongSupplier asked, LongSupplier nanoTime) {
        this.asked = asked;
        this.nanoTime = nanoTime;
    }

    /** Throws what {@link Directory#version()} throws when Redis is away and the last answer is too old. */
    public long get() {
        Answer known = last;
        long now = nanoTime.getAsLong();
        if (known == null || now - known.askedAt() >= KNOWN_NANOS) {
            last = known = new Answer(asked.getAsLong(), now);
        }
        return known.version();
    }
}

package org.engageconnector.component.engage;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.engageconnector.directory.Directory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the directory again and again and tells of changes. Reading may wait for Redis, so it happens on a thread of its
 * own; while Redis or the first sync is missing, what was read last stays in force.
 *
 * @param <V> the part of the directory that is looked at; compared with equals
 */
public final class DirectoryWatch<V> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DirectoryWatch.class);

    private static final long FIRST_LOOK_MILLIS = 500;

    private final Directory directory;
    private final Function<Directory, V> read;
    private final Consumer<V> changed;
    private final ScheduledExecutorService executor;
    private final long intervalMillis;

    private ScheduledFuture<?> next;
    private boolean closed;
    private long version = Long.MIN_VALUE;
    private V last;
    private boolean failing;

    /**
     * @param changed hears of the first value and of each other one, on the executor's thread
     * @param intervalMillis from the end of one look to the next
     */
    public DirectoryWatch(
            Directory directory,
            Function<Directory, V> read,
            Consumer<V> changed,
            ScheduledExecutorService executor,
            long intervalMillis) {
        this.directory = directory;
        this.read = read;
        this.changed = changed;
        this.executor = executor;
        this.intervalMillis = intervalMillis;
        lookAfter(0);
    }

    private synchronized void lookAfter(long millis) {
        if (!closed) {
            next = executor.schedule(this::look, millis, TimeUnit.MILLISECONDS);
        }
    }

    private void look() {
        try {
            lookOnce();
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warn("The directory cannot be read, going on with what was read before: {}", e.getMessage());
            }
            failing = true;
        }
        // whoever waits for the very first value should not wait a whole interval for it
        lookAfter(last == null ? Math.min(FIRST_LOOK_MILLIS, intervalMillis) : intervalMillis);
    }

    private void lookOnce() {
        if (!directory.ready()) {
            return;
        }
        // the version first: a change while we read is then seen at the next look
        long now = directory.version();
        if (last != null && now == version) {
            return;
        }
        V value = read.apply(directory);
        version = now;
        if (!value.equals(last)) {
            last = value;
            changed.accept(value);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        next.cancel(false);
    }
}

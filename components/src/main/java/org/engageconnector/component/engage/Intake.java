package org.engageconnector.component.engage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * What a session accepted and nobody has taken over for good yet, in order. The event loop puts, one consumer thread takes;
 * neither waits for the other but for the moment of a lock.
 *
 * <p>A batch stays here until {@link #done()}: whoever takes next, be it the same consumer after a failure or another one
 * after a reload of its route, gets it again.
 *
 * <h2>Memory</h2>
 *
 * <p>At {@code limitBytes / 2} the socket is left unread, at a quarter it is read again. What one read of the socket can still
 * bring after that is far less than the other half.
 *
 * @param <T> what is handed over
 */
public final class Intake<T> {

    /** Frames waiting per connection at most: 16 MiB. */
    public static final int DEFAULT_LIMIT_BYTES = 16 << 20;

    private record Item<T>(T value, int bytes) {}

    private final ArrayDeque<Item<T>> waiting = new ArrayDeque<>();
    private final long pauseAt;
    private final long resumeAt;

    private List<T> batch = List.of();
    private long batchBytes;
    private long bytes;
    private boolean paused;
    private Consumer<Boolean> reading = on -> {};

    public Intake(int limitBytes) {
        this.pauseAt = limitBytes / 2;
        this.resumeAt = limitBytes / 4;
    }

    /** @param session is told false when the socket is to be left alone and true when it may be read; on any thread */
    public void feed(Consumer<Boolean> session) {
        boolean on;
        synchronized (this) {
            reading = session;
            on = !paused;
        }
        session.accept(on);
    }

    /** Adds at the end; never waits. {@code size} in bytes. */
    public void put(T value, int size) {
        boolean pause;
        Consumer<Boolean> session;
        synchronized (this) {
            waiting.add(new Item<>(value, size));
            bytes += size;
            pause = !paused && bytes >= pauseAt;
            paused |= pause;
            session = reading;
            notifyAll();
        }
        if (pause) {
            session.accept(false);
        }
    }

    /**
     * The batch that is not done, else the next one: everything there is, at most {@code max}.
     *
     * @return empty when nothing came in time
     */
    public synchronized List<T> take(int max, long timeoutMillis) throws InterruptedException {
        if (!batch.isEmpty()) {
            return batch;
        }
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
        while (waiting.isEmpty()) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                return List.of();
            }
            wait(left);
        }
        List<T> taken = new ArrayList<>(Math.min(max, waiting.size()));
        while (taken.size() < max && !waiting.isEmpty()) {
            Item<T> item = waiting.remove();
            batchBytes += item.bytes();
            taken.add(item.value());
        }
        batch = List.copyOf(taken);
        return batch;
    }

    /** The batch is safe elsewhere. */
    public void done() {
        boolean resume;
        Consumer<Boolean> session;
        synchronized (this) {
            bytes -= batchBytes;
            batchBytes = 0;
            batch = List.of();
            resume = paused && bytes <= resumeAt;
            paused &= !resume;
            session = reading;
        }
        if (resume) {
            session.accept(true);
        }
    }

    /** Whether nothing waits and no batch is under way. */
    public synchronized boolean isEmpty() {
        return waiting.isEmpty() && batch.isEmpty();
    }

    /** The bytes of everything that waits or is under way. */
    public synchronized long bytes() {
        return bytes;
    }
}

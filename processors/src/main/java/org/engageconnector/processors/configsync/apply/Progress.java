package org.engageconnector.processors.configsync.apply;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.engageconnector.processors.configsync.plan.ObjectKind;
import org.engageconnector.processors.configsync.plan.Plan;

/** How far a run is: phase, changes done and to do, and the time that is left at the pace so far. Thread-safe. */
public final class Progress {

    private final LongSupplier clock;
    private final Map<ObjectKind, AtomicInteger> done = new EnumMap<>(ObjectKind.class);
    private final Map<ObjectKind, AtomicInteger> toDo = new EnumMap<>(ObjectKind.class);
    private volatile String phase = "idle";
    private volatile long startedAt;

    /** @param clock milliseconds since 1970 */
    public Progress(LongSupplier clock) {
        this.clock = clock;
        for (ObjectKind kind : ObjectKind.values()) {
            done.put(kind, new AtomicInteger());
            toDo.put(kind, new AtomicInteger());
        }
    }

    void start(Plan plan) {
        for (ObjectKind kind : ObjectKind.values()) {
            done.get(kind).set(0);
            toDo.get(kind).set((int) plan.of(kind).count());
        }
        startedAt = clock.getAsLong();
    }

    public void phase(String name) {
        phase = name;
    }

    void oneMore(ObjectKind kind) {
        done.get(kind).incrementAndGet();
    }

    /** @param secondsLeft at the pace so far; -1 while nobody can tell */
    public record View(String phase, int done, int toDo, long secondsLeft) {}

    public View view() {
        int finished = sum(done);
        int all = sum(toDo);
        long elapsed = clock.getAsLong() - startedAt;
        long left = phase.equals("idle") || all == finished
                ? 0
                : finished == 0 ? -1 : elapsed * (all - finished) / finished / 1000;
        return new View(phase, finished, all, left);
    }

    /** Part of a kind's changes that is done, 0 to 1; 1 when there are none. */
    public double ratio(ObjectKind kind) {
        int all = toDo.get(kind).get();
        return all == 0 ? 1 : (double) done.get(kind).get() / all;
    }

    private static int sum(Map<ObjectKind, AtomicInteger> counts) {
        return counts.values().stream().mapToInt(AtomicInteger::get).sum();
    }
}

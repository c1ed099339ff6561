package org.engageconnector.component.engage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * The links of a component, by name. A link outlives the consumer that uses it for a while, so that a reload of a route
 * closes no connection: the new consumer finds the session as it was, and what waits in its intake.
 *
 * @param <T> what the links hand over
 */
public final class Links<T> {

    private final ScheduledExecutorService executor;
    private final Map<String, Held<T>> held = new LinkedHashMap<>();

    /** A link together with the watch of its scope. */
    public record Opened<T>(EngageLink<T> link, AutoCloseable watch) {}

    private static final class Held<T> {
        private final String options;
        private final Intake<T> intake;
        private Opened<T> opened;
        private ScheduledFuture<?> ending;

        private Held(String options, Intake<T> intake) {
            this.options = options;
            this.intake = intake;
        }
    }

    public Links(ScheduledExecutorService executor) {
        this.executor = executor;
    }

    /**
     * The link of that name, started. One with other options is closed first; what waits in its intake is kept.
     *
     * @param options compared as text
     * @param make opens a link on the given intake
     */
    public synchronized EngageLink<T> acquire(
            String name, String options, int intakeBytes, Function<Intake<T>, Opened<T>> make) {
        Held<T> known = held.get(name);
        if (known != null && known.ending != null) {
            known.ending.cancel(false);
            known.ending = null;
        }
        if (known != null && known.opened != null && known.options.equals(options)) {
            return known.opened.link();
        }
        Intake<T> intake = known == null ? new Intake<>(intakeBytes) : known.intake;
        CompletableFuture<Void> before = known == null ? CompletableFuture.completedFuture(null) : close(known);
        Held<T> fresh = new Held<>(options, intake);
        fresh.opened = make.apply(intake);
        held.put(name, fresh);
        // the sessions share the intake: the end of the old one comes before the begin of the new one
        before.thenRun(fresh.opened.link()::start);
        return fresh.opened.link();
    }

    /** The links of these names that are open. */
    public synchronized List<EngageLink<T>> find(List<String> names) {
        return names.stream()
                .map(held::get)
                .filter(known -> known != null && known.opened != null)
                .map(known -> known.opened.link())
                .toList();
    }

    /** Closes the link after a while unless it is acquired again. What waits in its intake stays for the next. */
    public synchronized void release(String name, long lingerMillis) {
        Held<T> known = held.get(name);
        if (known != null && known.ending == null) {
            known.ending = executor.schedule(() -> end(known), lingerMillis, TimeUnit.MILLISECONDS);
        }
    }

    /** Closes the link now. */
    public synchronized CompletableFuture<Void> close(String name) {
        Held<T> known = held.get(name);
        return known == null ? CompletableFuture.completedFuture(null) : close(known);
    }

    /** Closes all links. */
    public synchronized CompletableFuture<Void> closeAll() {
        return CompletableFuture.allOf(held.values().stream().map(this::close).toArray(CompletableFuture[]::new));
    }

    private synchronized void end(Held<T> known) {
        if (known.ending != null) {
            close(known);
        }
    }

    private CompletableFuture<Void> close(Held<T> known) {
        if (known.opened == null) {
            return CompletableFuture.completedFuture(null);
        }
        Opened<T> opened = known.opened;
        known.opened = null;
        try {
            opened.watch().close();
        } catch (Exception e) {
            throw new IllegalStateException("a watch does not fail to close", e);
        }
        return opened.link().stop();
    }
}

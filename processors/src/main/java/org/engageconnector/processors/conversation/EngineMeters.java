package org.engageconnector.processors.conversation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.engageconnector.processors.conversation.output.EventCounter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Metrics of the call engine, and one log line per oddity and hour. Thread-safe. */
public final class EngineMeters implements EventCounter {

    private static final Logger LOG = LoggerFactory.getLogger(EngineMeters.class);
    private static final long HOUR = TimeUnit.HOURS.toNanos(1);
    private static final int MOST_LINES = 1000;

    private final MeterRegistry registry;
    private final Map<String, Long> logged = new ConcurrentHashMap<>();
    private final Counter unmapped;
    private final Counter neverSent;

    /** Registers what has no labels at once: a counter that appears with its first event hides it from {@code rate()}. */
    public EngineMeters(MeterRegistry registry) {
        this.registry = registry;
        this.unmapped = Counter.builder("ex.queue.events.unmapped")
                .description("Events of virtual queues that are not in the ID map")
                .register(registry);
        this.neverSent = Counter.builder("ex.calls.never.sent")
                .description("Calls that never met a queue or an agent")
                .register(registry);
    }

    void liveCalls(IntSupplier calls) {
        Gauge.builder("ex.calls.live", calls::getAsInt)
                .description("Calls that the call engine remembers")
                .register(registry);
    }

    void sent(String list) {
        Counter.builder("ex.conversation.events")
                .description("Conversation events handed to delivery")
                .tag("type", list)
                .register(registry)
                .increment();
    }

    @Override
    public void unmappedQueue(String queue) {
        unmapped.increment();
        if (mayLog("queue " + queue)) {
            LOG.warn("virtual queue {} is not in the ID map: its calls have no queue leg", queue);
        }
    }

    @Override
    public void neverSent() {
        neverSent.increment();
    }

    @Override
    public void odd(String what, String example) {
        Counter.builder("ex.call.engine.odd")
                .description("Evidence that the rules could not use, by reason")
                .tag("reason", what)
                .register(registry)
                .increment();
        if (mayLog(what)) {
            LOG.warn("{}: for example {}; further ones within the hour are only counted", what, example);
        }
    }

    @Override
    public void failed(String callUuid, RuntimeException e) {
        odd("failed", callUuid);
        if (mayLog("failed trace")) {
            LOG.error("the rules failed on call {}, which is dropped", callUuid, e);
        }
    }

    private boolean mayLog(String what) {
        long now = System.nanoTime();
        if (logged.size() > MOST_LINES) {
            logged.clear();
        }
        Long last = logged.get(what);
        if (last != null && now - last < HOUR) {
            return false;
        }
        logged.put(what, now);
        return true;
    }
}

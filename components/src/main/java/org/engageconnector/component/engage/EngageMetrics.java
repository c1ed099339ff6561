package org.engageconnector.component.engage;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import org.engageconnector.message.Message;

/**
 * The meters of one session. Thread-safe. The labels are bounded: server and family come from the configuration, an unknown
 * message number is {@code other}, a reason is one of the framing's words or {@code attribute-type}.
 */
public final class EngageMetrics {

    private static final String OTHER = "other";
    private static final String ATTRIBUTE_TYPE = "attribute-type";
    private static final String UTF_8 = "utf-8";

    private final MeterRegistry registry;
    private final String server;
    private final String family;
    private final IntFunction<String> messageName;
    private final IntFunction<Class<?>> attributeType;
    private final Map<String, Counter> received = new ConcurrentHashMap<>();

    /**
     * @param registry {@code null} when nobody measures
     * @param messageName the name of a message number, {@code null} for unknown ones
     * @param attributeType the type that an attribute must have, {@code null} for unknown ones
     */
    public EngageMetrics(
            MeterRegistry registry,
            String server,
            String family,
            IntFunction<String> messageName,
            IntFunction<Class<?>> attributeType) {
        this.attributeType = attributeType;
        this.registry = registry == null ? new CompositeMeterRegistry() : registry;
        this.server = server;
        this.family = family;
        this.messageName = messageName;
        // seen at 0 from the start
        invalidCounter(ATTRIBUTE_TYPE);
        invalidCounter(UTF_8);
    }

    /** A message came; attributes with a wrong type count too. */
    public void received(Message message) {
        String known = messageName.apply(message.number());
        received.computeIfAbsent(known == null ? OTHER : known, this::receivedCounter)
                .increment();
        for (int ignored = Mistyped.count(message, attributeType); ignored > 0; ignored--) {
            invalid(ATTRIBUTE_TYPE);
        }
    }

    /** Texts of a frame were not in the expected encoding; they were read with U+FFFD in place of the wrong bytes. */
    public void replacedTexts(int texts) {
        invalidCounter(UTF_8).increment(texts);
    }

    /** A frame or an attribute was not as it must be. */
    public void invalid(String reason) {
        invalidCounter(reason).increment();
    }

    /** Shows whether a session is up; the source is asked at each scrape and takes the place of one before it. */
    public void connected(BooleanSupplier up) {
        Gauge before = registry.find("ex_engage_connected")
                .tag("server", server)
                .tag("family", family)
                .gauge();
        if (before != null) {
            registry.remove(before);
        }
        Gauge.builder("ex_engage_connected", up, source -> source.getAsBoolean() ? 1 : 0)
                .description("1 while a session with a primary server is up")
                .tag("server", server)
                .tag("family", family)
                .strongReference(true)
                .register(registry);
    }

    private Counter invalidCounter(String reason) {
        return Counter.builder("ex_engage_frames_invalid")
                .description(
                        "Frames that ended a connection, attributes ignored for their type, texts read with a replacement")
                .tag("server", server)
                .tag("reason", reason)
                .register(registry);
    }

    private Counter receivedCounter(String message) {
        return Counter.builder("ex_engage_events_received")
                .description("Messages received from Engage servers")
                .tag("server", server)
                .tag("family", family)
                .tag("message", message)
                .register(registry);
    }
}

package org.engageconnector.component.journal.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.engageconnector.journal.DeliveryPath;

/** Counts requests that got no answer at all, under the same names as those that did. Thread-safe. */
final class FailureMeters {

    private final MeterRegistry registry;

    /** @param registry null when the role has none */
    FailureMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void failed(DeliveryPath path, String reason, int events) {
        if (registry != null) {
            Counter.builder("ex.genesys.cloud.requests")
                    .tag("path", path.label())
                    .tag("status", reason)
                    .register(registry)
                    .increment();
            Counter.builder("ex.delivery.retries")
                    .tag("reason", reason)
                    .register(registry)
                    .increment(events);
        }
    }
}

package org.engageconnector.processors.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.engageconnector.journal.DeliveryPath;
import org.engageconnector.journal.JournalEntry;

/** The metrics of delivery, names as in docs/configuration.md. Thread-safe. */
final class DeliveryMeters {

    private static final Duration[] DELAYS = {
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(150),
        Duration.ofMillis(300),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30),
        Duration.ofMinutes(5)
    };

    private final MeterRegistry registry;

    DeliveryMeters(MeterRegistry registry, OAuthClients clients) {
        this.registry = registry;
        Gauge.builder("ex.genesys.cloud.quota.used.ratio", clients, OAuthClients::usedRatio)
                .description("Part of the request quota used in the last minute")
                .register(registry);
    }

    void answered(DeliveryPath path, int status, int events, long nanos) {
        request(path, String.valueOf(status));
        DistributionSummary.builder("ex.genesys.cloud.batch.events")
                .description("Events in a request")
                .serviceLevelObjectives(1, 10, 50, 95, 100)
                .tag("path", path.label())
                .register(registry)
                .record(events);
        Timer.builder("ex.genesys.cloud.request")
                .description("From the grant of a slot to the answer")
                .tag("path", path.label())
                .register(registry)
                .record(Duration.ofNanos(nanos));
    }

    private void request(DeliveryPath path, String status) {
        Counter.builder("ex.genesys.cloud.requests")
                .description("Requests by answer")
                .tag("path", path.label())
                .tag("status", status)
                .register(registry)
                .increment();
    }

    void retried(String reason, int events) {
        Counter.builder("ex.delivery.retries")
                .description("Events that are sent again, by reason")
                .tag("reason", reason)
                .register(registry)
                .increment(events);
    }

    /** Counts from the arrival of the last evidence that released the event; entries that do not tell are left out. */
    void accepted(JournalEntry entry, long nowMillis) {
        String evidence = entry.headers().get("evidenceAt");
        if (evidence == null || !evidence.matches("\\d{1,15}")) {
            return;
        }
        Timer.builder("ex.delivery.delay")
                .description("From the evidence of an event to its acceptance")
                .tag("kind", entry.kind())
                .serviceLevelObjectives(DELAYS)
                .register(registry)
                .record(Duration.ofMillis(Math.max(0, nowMillis - Long.parseLong(evidence))));
    }
}

package org.engageconnector.component.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import javax.management.ObjectName;
import org.engageconnector.component.redis.TestRedis;
import org.junit.jupiter.api.Test;

/** What monitoring sees of a journal. */
class JournalMetricsIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    @Test
    void depthAgeDuplicatesAndOwnershipAreMeasured() throws Exception {
        MeterRegistry meters = new SimpleMeterRegistry();
        try (TestRedis server = TestRedis.with();
                JournalHarness one = new JournalHarness(server.connect("a"))) {
            one.context.getRegistry().bind("meterRegistry", meters);
            one.startIntakeOnly();
            one.send(JournalPromises.frames("a", 0, 3));
            one.send(JournalPromises.frames("a", 1, 4));

            assertThat(meters.get("ex.engage.events.duplicate").counter().count())
                    .isEqualTo(2);
            await().atMost(SOON).until(() -> gauge(meters, "ex.journal.depth", "journal", "engage-events") == 4);
            await().atMost(SOON)
                    .until(() -> gauge(meters, "ex.journal.oldest.seconds", "journal", "engage-events") > 0);
            assertThat(gauge(meters, "ex.journal.fill.ratio", "journal", "engage-events"))
                    .isBetween(0.0, 0.01);
            ObjectName name = ManagementFactory.getPlatformMBeanServer()
                    .queryNames(
                            new ObjectName("org.apache.camel:type=endpoints,name=\"redis-journal://engage-events\",*"),
                            null)
                    .iterator()
                    .next();
            assertThat(ManagementFactory.getPlatformMBeanServer().getAttribute(name, "Depth"))
                    .isEqualTo(4L);

            one.context.getRouteController().startRoute("engine");
            await().atMost(SOON).until(() -> one.committed.size() == 4);
            await().atMost(SOON)
                    .until(() -> meters.find("ex.lease.held")
                                    .tag("partition", "engage-events/SIP_1")
                                    .gauge()
                            != null);
            assertThat(gauge(meters, "ex.lease.held", "partition", "engage-events/SIP_1"))
                    .isEqualTo(1);
            await().atMost(SOON).until(() -> gauge(meters, "ex.journal.depth", "journal", "engage-events") == 0);
        }
    }

    private static double gauge(MeterRegistry meters, String name, String tag, String value) {
        return meters.get(name).tag(tag, value).gauge().value();
    }
}

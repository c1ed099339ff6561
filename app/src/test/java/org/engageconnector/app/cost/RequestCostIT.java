package org.engageconnector.app.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.engageconnector.component.redis.RedisConnection;
import org.engageconnector.component.redis.RedisSettings;
import org.engageconnector.simulators.world.LocalRedis;
import org.junit.jupiter.api.Test;

class RequestCostIT {

    private static final Duration SOON = Duration.ofSeconds(25);

    @Test
    void instances_of_a_role_count_together_and_a_restart_forgets_nothing() throws Exception {
        try (LocalRedis server = LocalRedis.start("100mb");
                RedisConnection redis = new RedisConnection(RedisSettings.of(server.url(), "101", "instance"))) {
            await().atMost(SOON).ignoreExceptions().until(() -> redis.time() > 0);
            AtomicLong sent = new AtomicLong(7);
            MeterRegistry meters = new SimpleMeterRegistry();
            try (RequestCost first = cost(redis, "config-sync", sent, meters).start()) {
                await().atMost(SOON).until(() -> value(meters, "ex.genesys.cloud.month.requests") == 7);
                assertThat(value(meters, "ex.genesys.cloud.month.requests.allowance"))
                        .isEqualTo(3 * 75_000);
                assertThat(first.status()).containsEntry("used", 7L).containsEntry("projected", "not known yet");
                sent.set(10);
            }
            MeterRegistry others = new SimpleMeterRegistry();
            try (RequestCost second =
                    cost(redis, "config-sync", new AtomicLong(5), others).start()) {
                await().atMost(SOON).until(() -> value(others, "ex.genesys.cloud.month.requests") == 15);
                assertThat(second.status()).containsEntry("used", 15L);
            }
            assertThat(new RequestMonths(redis).now()).containsOnlyKeys("config-sync");
        }
    }

    private static RequestCost cost(RedisConnection redis, String role, AtomicLong sent, MeterRegistry meters) {
        return new RequestCost(redis, role, sent::get, () -> 3, 75_000, meters);
    }

    private static double value(MeterRegistry meters, String name) {
        return meters.get(name).gauge().value();
    }
}

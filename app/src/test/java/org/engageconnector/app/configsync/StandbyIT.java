package org.engageconnector.app.configsync;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.engageconnector.journal.Ownership;
import org.engageconnector.processors.configsync.ConfigSync;
import org.engageconnector.processors.configsync.SyncApi;
import org.engageconnector.processors.configsync.cloud.PacedGate;
import org.engageconnector.processors.delivery.OAuthClients;
import org.engageconnector.processors.delivery.Pacer;
import org.engageconnector.processors.delivery.Tokens;
import org.junit.jupiter.api.Test;

/** Of two instances one acts; when it loses the lease it stops at the next request and the other goes on. */
class StandbyIT {

    @Test
    void theOtherInstanceGoesOnWhereTheFirstLostTheLease() {
        try (SyncWorld world = new SyncWorld(EngageModel.of(6, 2))) {
            AtomicInteger requestsLeft = new AtomicInteger(20);
            Lease lease = new Lease(true, 1);
            ConfigSync first = instance(world, lease, requestsLeft);
            Lease none = new Lease(false, 0);
            ConfigSync second = instance(world, none, new AtomicInteger(Integer.MAX_VALUE));
            assertThat(second.due()).isFalse();
            assertThat(second.status().state()).isEqualTo("standby");
            assertThat(second.problem()).isEmpty();

            first.run(world.engage.snapshot());
            assertThat(first.status().result()).isEqualTo("failed");
            assertThat(first.status().requests()).isEqualTo(20);

            none.held = true;
            none.number = 2;
            assertThat(second.due()).isTrue();
            second.run(world.engage.snapshot());
            assertThat(second.status().result()).isEqualTo("ok");
            assertThat(OrganisationText.actual(world.engage, world.client))
                    .isEqualTo(OrganisationText.expected(world.engage));
            // Back again, the first forgets what it remembered and sends nothing.
            lease.number = 3;
            requestsLeft.set(100);
            first.run(world.engage.snapshot());
            assertThat(first.status().requests()).isZero();
        }
    }

    @Test
    void aStandbyNamesTheInstanceThatActs() {
        try (SyncWorld world = new SyncWorld(EngageModel.of(1, 1))) {
            SyncApi api = new SyncApi(instance(world, new Lease(false, 0), new AtomicInteger()), () -> "excs-0");
            Exchange exchange = new DefaultExchange(new DefaultCamelContext());
            api.show(exchange);
            assertThat(exchange.getMessage().getBody(String.class))
                    .contains("\"state\":\"standby\"")
                    .contains("\"owner\":\"excs-0\"");
            api.start(exchange);
            assertThat(exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE))
                    .isEqualTo(409);
            assertThat(exchange.getMessage().getBody(String.class))
                    .contains("instance excs-0 holds the lease")
                    .contains("/api/v1/tenant/sync");
        }
    }

    private static ConfigSync instance(SyncWorld world, Lease lease, AtomicInteger requestsLeft) {
        // A clock that runs a second with every look: the pacer never makes this test wait.
        AtomicLong nanos = new AtomicLong();
        Pacer pacer = new Pacer(1, Map.of(), () -> nanos.addAndGet(1_000_000_000L), () -> 0);
        PacedGate gate = new PacedGate(
                new OAuthClients(pacer, new Tokens(() -> null)),
                () -> lease.held && requestsLeft.getAndDecrement() > 0,
                new SimpleMeterRegistry(),
                millis -> {});
        return world.sync(world.client, lease, gate);
    }

    private static final class Lease implements Ownership {

        private boolean held;
        private long number;

        private Lease(boolean held, long number) {
            this.held = held;
            this.number = number;
        }

        @Override
        public boolean held() {
            return held;
        }

        @Override
        public long number() {
            return number;
        }

        @Override
        public Map<String, byte[]> states() {
            return Map.of();
        }
    }
}

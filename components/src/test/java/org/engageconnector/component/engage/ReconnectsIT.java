package org.engageconnector.component.engage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.buffer.PoolArenaMetric;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.Channel;
import java.time.Duration;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.engageconnector.directory.Dn;
import org.engageconnector.message.LeakWitness;
import org.engageconnector.message.Message;
import org.engageconnector.message.StatServerAttribute;
import org.engageconnector.message.StatServerMessage;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.message.TServerMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that accept and close, a thousand times. */
class ReconnectsIT {

    private static final int RECONNECTS = 1_000;
    private static final int WARM = 200;
    private static final int NOISE_BUFFERS = 64;

    @AfterAll
    static void noBufferLeaked() {
        LeakWitness.assertNothingLeaked();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tserver:SIP_A?family=vq", "tserver:SIP_A?family=call", "statserver:stat?interval=50"})
    void leaveNoThreadChannelOrBufferBehind(String uri) throws Exception {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        try (FakeServer server = new FakeServer(rule(uri));
                DefaultCamelContext context = new DefaultCamelContext()) {
            context.getRegistry().bind("directory", directory());
            context.addRoutes(route(uri + "&reconnectDelay=1&maxReconnectDelay=2&primary=" + server.address()));
            context.start();
            await().atMost(Duration.ofSeconds(60)).until(() -> server.accepted() >= WARM);
            long buffers = activeBuffers();
            int threads = Thread.activeCount();
            await().atMost(Duration.ofSeconds(120)).until(() -> server.accepted() >= RECONNECTS);
            assertThat(Thread.activeCount()).as("threads").isLessThanOrEqualTo(threads + 2);
            assertThat(activeBuffers()).as("buffers").isLessThan(buffers + NOISE_BUFFERS);
            context.stop();
            await().atMost(Duration.ofSeconds(5)).until(() -> server.open() == 0);
        }
        await().atMost(Duration.ofSeconds(10))
                .until(() -> Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> !before.contains(thread))
                        .noneMatch(thread -> thread.getName().toLowerCase().contains("engage")));
    }

    private static MemoryDirectory directory() {
        MemoryDirectory directory = new MemoryDirectory();
        directory.dns(Dn.Type.VIRTUAL_QUEUE, "VQ_Sales", "VQ_Service");
        directory.agents("E1", "E2");
        return directory;
    }

    private static RouteBuilder route(String uri) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(uri).process(exchange -> {});
            }
        };
    }

    /** Says primary, and closes. */
    private static BiConsumer<Channel, Message> rule(String uri) {
        Message accepted = uri.startsWith("tserver:")
                ? Message.of(TServerMessage.EVENT_LINK_CONNECTED)
                        .with(TServerAttribute.SERVER_ROLE, 0)
                        .build()
                : Message.of(StatServerMessage.EVENT_SERVER_MODE)
                        .with(StatServerAttribute.MODE, 1)
                        .build();
        return (channel, request) -> channel.writeAndFlush(accepted).addListener(done -> channel.close());
    }

    private static long activeBuffers() {
        PooledByteBufAllocator pool = PooledByteBufAllocator.DEFAULT;
        return Stream.concat(pool.metric().directArenas().stream(), pool.metric().heapArenas().stream())
                .mapToLong(PoolArenaMetric::numActiveAllocations)
                .sum();
    }
}

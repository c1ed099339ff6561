package org.engageconnector.benchmarks.delivery;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.engageconnector.app.genesyscloud.DeliveryParts;
import org.engageconnector.component.redis.RedisConnection;
import org.engageconnector.component.redis.RedisSettings;
import org.engageconnector.journal.NewEntry;
import org.engageconnector.processors.delivery.GenesysCloudHttp.OAuthClient;
import org.engageconnector.simulators.world.LocalRedis;

/** Ours: the route that ships, with its journal in a Redis of its own, whose backlog is kept filled. */
final class ConnectorSender implements BacklogSender {

    private static final String JOURNAL = "conversation-events";
    private static final int PAGE = 500;

    /** Events that are always waiting: a minute's worth at full quota. */
    private static final long AHEAD = 30_000;

    private final Deque<AutoCloseable> closing = new ArrayDeque<>();
    private final CamelContext camel = new DefaultCamelContext();
    private final String url;
    private final LongSupplier accepted;
    private RedisConnection redis;
    private long number;
    private volatile boolean closed;

    /** @param accepted events that the server took so far */
    ConnectorSender(String url, LongSupplier accepted) {
        this.url = url;
        this.accepted = accepted;
    }

    @Override
    public void start() throws Exception {
        redis();
        Properties properties = new Properties();
        properties.put("ex.genesys-cloud.api-url", url);
        properties.put("ex.genesys-cloud.login-url", url);
        properties.put("ex.delivery.requests-per-minute", "auto");
        properties.put("ex.delivery.max-age", "24h");
        properties.put("ex.delivery.linger", "0");
        properties.put("ex.delivery.events-per-conversation-per-request", "unlimited");
        camel.getPropertiesComponent().setOverrideProperties(properties);
        camel.getRegistry().bind("redis", redis);
        camel.getRegistry().bind("meterRegistry", new SimpleMeterRegistry());
        camel.start();
        fill();
        DeliveryParts parts = new DeliveryParts(
                camel,
                url,
                url,
                1,
                Map.of(),
                Duration.ofSeconds(4),
                List.of(() -> new OAuthClient("benchmark", "benchmark")));
        closing.push(parts);
        closing.push(parts.deliver(camel, redis, "benchmark", new SimpleMeterRegistry()));
        closing.push(camel::stop);
        load("genesys-cloud-token");
        load("deliver-" + JOURNAL);
        Thread filler = new Thread(this::keepFilled, "backlog");
        filler.setDaemon(true);
        filler.start();
    }

    private void redis() throws Exception {
        LocalRedis server = LocalRedis.start();
        closing.push(server::close);
        redis = new RedisConnection(RedisSettings.of(server.url(), "101", "benchmark"));
        closing.push(redis);
    }

    private void load(String route) throws Exception {
        Path file = Path.of(System.getProperty("engage.home", "."), "routes", route + ".camel.yaml");
        PluginHelper.getRoutesLoader(camel)
                .loadRoutes(ResourceHelper.resolveResource(camel, "file:" + file.toAbsolutePath()));
    }

    private void keepFilled() {
        try {
            while (!closed) {
                TimeUnit.SECONDS.sleep(5);
                fill();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void fill() {
        ProducerTemplate template = camel.createProducerTemplate();
        long wanted = accepted.getAsLong() + AHEAD;
        while (!closed && number < wanted) {
            List<NewEntry> page = new ArrayList<>();
            for (int i = 0; i < PAGE; i++, number++) {
                page.add(new NewEntry(
                        DrainEvents.conversation(number),
                        "holdUpdatedEvents",
                        Map.of("eventId", "" + number),
                        DrainEvents.json(number).getBytes(StandardCharsets.UTF_8)));
            }
            template.sendBody("redis-journal:" + JOURNAL, page);
        }
        template.stop();
    }

    @Override
    public void close() throws Exception {
        closed = true;
        while (!closing.isEmpty()) {
            closing.pop().close();
        }
    }
}

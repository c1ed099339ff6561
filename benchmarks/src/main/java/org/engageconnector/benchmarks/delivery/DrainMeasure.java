package org.engageconnector.benchmarks.delivery;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.engageconnector.app.role.DeliveryParts;
import org.engageconnector.benchmarks.Figure;
import org.engageconnector.benchmarks.Measure;
import org.engageconnector.component.journal.DeliveryOwner;
import org.engageconnector.component.redis.RedisConnection;
import org.engageconnector.component.redis.RedisSettings;
import org.engageconnector.journal.NewEntry;
import org.engageconnector.processors.delivery.GenesysCloudHttp.OAuthClient;
import redis.embedded.RedisServer;

/** P1 to P3: a backlog is drained by the route that ships, with answers after 20 ms, 300 ms and 1 s. */
public final class DrainMeasure implements Measure {

    private static final int QUOTA = 300;
    private static final int BATCH = 100;
    private static final int CONVERSATIONS = 3_000;
    private static final String JOURNAL = "conversation-events";

    @Override
    public List<String> rows() {
        return List.of("P1", "P2", "P3");
    }

    @Override
    public List<Figure> run(Options options) throws Exception {
        long seconds = options.quick() ? 70 : 600;
        List<Figure> figures = new ArrayList<>();
        for (long answer : new long[] {20, 300, 1_000}) {
            figures.addAll(drain(answer, seconds));
        }
        return figures;
    }

    private static List<Figure> drain(long answerMillis, long seconds) throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        RedisServer redisServer = RedisServer.builder()
                .port(port)
                .setting("save \"\"")
                .setting("bind 127.0.0.1")
                .build();
        redisServer.start();
        try (QuotaServer cloud = new QuotaServer(QUOTA, answerMillis);
                RedisConnection redis =
                        new RedisConnection(RedisSettings.of("redis://127.0.0.1:" + port, "101", "benchmark"))) {
            return drain(cloud, redis, answerMillis, seconds);
        } finally {
            redisServer.stop();
        }
    }

    private static List<Figure> drain(QuotaServer cloud, RedisConnection redis, long answerMillis, long seconds)
            throws Exception {
        CamelContext camel = new DefaultCamelContext();
        Properties properties = new Properties();
        properties.put("ex.genesys-cloud.api-url", cloud.url());
        properties.put("ex.genesys-cloud.login-url", cloud.url());
        properties.put("ex.delivery.requests-per-minute", "auto");
        properties.put("ex.delivery.max-age", "24h");
        properties.put("ex.delivery.events-per-conversation-per-request", "unlimited");
        camel.getPropertiesComponent().setOverrideProperties(properties);
        camel.getRegistry().bind("redis", redis);
        camel.getRegistry().bind("meterRegistry", new SimpleMeterRegistry());
        camel.start();
        fill(camel, (seconds * QUOTA / 60 + 20) * BATCH);
        try (DeliveryParts parts = new DeliveryParts(
                        camel,
                        cloud.url(),
                        cloud.url(),
                        1,
                        Map.of(),
                        Duration.ofSeconds(4),
                        () -> new OAuthClient("benchmark", "benchmark"));
                DeliveryOwner owner = parts.deliver(camel, redis, "benchmark", new SimpleMeterRegistry())) {
            load(camel, "genesys-cloud-token");
            load(camel, "deliver-" + JOURNAL);
            while (cloud.requests.get() == 0) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            TimeUnit.SECONDS.sleep(seconds);
            List<Figure> figures = figures(cloud, answerMillis, seconds);
            camel.stop();
            return figures;
        }
    }

    private static List<Figure> figures(QuotaServer cloud, long answerMillis, long seconds) {
        double allowed = QUOTA * seconds / 60.0;
        double use = cloud.requests.get() / allowed;
        double fill = cloud.events.get() / (double) (cloud.requests.get() * BATCH);
        String with = " with answers after " + answerMillis + " ms";
        return List.of(
                Figure.atLeast("P1", "quota use" + with, use, "ratio", 0.98),
                Figure.atMost("P2", "429 answers" + with, cloud.refused.get(), "answers", 0),
                Figure.atLeast("P3", "batch fill" + with, fill, "ratio", 0.95));
    }

    private static void load(CamelContext camel, String route) throws Exception {
        Path file = Path.of(System.getProperty("engage.home", "."), "routes", route + ".camel.yaml");
        PluginHelper.getRoutesLoader(camel)
                .loadRoutes(ResourceHelper.resolveResource(camel, "file:" + file.toAbsolutePath()));
    }

    private static void fill(CamelContext camel, long events) throws Exception {
        ProducerTemplate template = camel.createProducerTemplate();
        List<NewEntry> page = new ArrayList<>();
        for (long number = 0; number < events; number++) {
            String conversation = "conversation-" + number % CONVERSATIONS;
            String body = "{\"eventId\":\"" + number + "\",\"conversationId\":\"" + conversation + "\",\"held\":true}";
            page.add(new NewEntry(
                    conversation,
                    "holdUpdatedEvents",
                    Map.of("eventId", "" + number),
                    body.getBytes(StandardCharsets.UTF_8)));
            if (page.size() == 500) {
                template.sendBody("redis-journal:" + JOURNAL, List.copyOf(page));
                page.clear();
            }
        }
        template.stop();
    }
}

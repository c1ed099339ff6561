package org.engageconnector.app.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.engageconnector.app.genesyscloud.DeliveryParts;
import org.engageconnector.component.journal.delivery.DeliveryOwner;
import org.engageconnector.component.redis.RedisConnection;
import org.engageconnector.component.redis.RedisSettings;
import org.engageconnector.journal.NewEntry;
import org.engageconnector.processors.delivery.GenesysCloudHttp.OAuthClient;
import org.engageconnector.processors.delivery.OAuthClients;

/** The delivering part of a role, from the route files that ship, against a real Redis and a {@link ScriptedCloud}. */
final class DeliveringRole implements AutoCloseable {

    static final String CLIENTS = "test.clients";
    static final String SECRET = "not-to-be-seen";

    final CamelContext camel = new DefaultCamelContext();
    final RedisConnection redis;
    final DeliveryOwner owner;
    final MeterRegistry meters = new SimpleMeterRegistry();
    private final DeliveryParts parts;

    DeliveringRole(
            String redisUrl,
            String tenant,
            String instance,
            String cloudUrl,
            String routeFile,
            Map<String, String> settings) {
        try {
            Properties properties = new Properties();
            properties.put("ex.genesys-cloud.api-url", cloudUrl);
            properties.put("ex.genesys-cloud.login-url", cloudUrl);
            properties.put("ex.delivery.requests-per-minute", "auto");
            properties.put("ex.delivery.max-age", "24h");
            properties.put("ex.delivery.linger", "0");
            properties.put("ex.delivery.events-per-conversation-per-request", "unlimited");
            properties.putAll(settings);
            camel.getPropertiesComponent().setOverrideProperties(properties);
            redis = new RedisConnection(RedisSettings.of(redisUrl, tenant, instance));
            camel.getRegistry().bind("redis", redis);
            camel.getRegistry().bind("meterRegistry", meters);
            parts = new DeliveryParts(camel, cloudUrl, cloudUrl, 1, Map.of(), Duration.ofSeconds(4), clients(settings));
            owner = parts.deliver(camel, redis, "test", meters);
            load("genesys-cloud-token");
            load(routeFile);
            camel.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void load(String routeFile) throws Exception {
        Path file = Path.of("..", "routes", routeFile + ".camel.yaml")
                .toAbsolutePath()
                .normalize();
        Resource resource = ResourceHelper.resolveResource(camel, "file:" + file);
        PluginHelper.getRoutesLoader(camel).loadRoutes(resource);
    }

    void append(String journal, List<NewEntry> entries) {
        camel.createProducerTemplate().sendBody("redis-journal:" + journal, new ArrayList<>(entries));
    }

    OAuthClients clients() {
        return parts.clients();
    }

    /** One, or as many as a property of this class's own says. */
    private static List<Supplier<OAuthClient>> clients(Map<String, String> settings) {
        List<Supplier<OAuthClient>> clients = new ArrayList<>();
        for (String id : settings.getOrDefault(CLIENTS, "client").split(",")) {
            clients.add(() -> new OAuthClient(id, SECRET));
        }
        return clients;
    }

    /** How many entries a journal still has. */
    long depth(String journal) {
        return redis.call(commands -> commands.xlen(redis.keys().journal(journal)));
    }

    @Override
    public void close() {
        camel.stop();
        owner.close();
        parts.close();
        redis.close();
    }
}

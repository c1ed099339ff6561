package org.engageconnector.robustness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.engageconnector.simulators.engage.EngageSite;
import org.engageconnector.simulators.engage.EngageSiteOptions;
import org.engageconnector.simulators.genesyscloud.GenesysCloudSimulator;
import org.engageconnector.simulators.genesyscloud.access.OAuthClient;
import org.engageconnector.simulators.judge.OrganisationNames;
import org.engageconnector.simulators.judge.OrganisationReader;

/** An Engage site, a Redis, a Genesys Cloud, config-sync, and two instances of the other roles. One world for all faults. */
final class World implements AutoCloseable {

    private static final String JUDGE = "judge";
    private static final int AGENTS = 40;
    private static final List<String> LIVE = List.of("agent-state-sync", "conversation-provider");

    final RedisProcess redis;
    final EngageSite site;
    final GenesysCloudSimulator cloud;
    final ConnectorProcess configSync;
    final List<ConnectorProcess> instances;
    private final OAuthClient judge = OAuthClient.of("judge", "judge-of-the-suite", JUDGE);
    private OrganisationNames names;

    World(Path home, Path logs, String redisExecutable) throws IOException {
        Files.createDirectories(logs);
        redis = new RedisProcess(redisExecutable);
        site = EngageSite.start(EngageSiteOptions.of(AGENTS, 7)
                .withOAuthClient("client-of-the-transaction", Planted.TRANSACTION_CLIENT_SECRET));
        cloud = GenesysCloudSimulator.builder()
                .client(JUDGE, judge)
                .requestsPerMinute(30_000)
                .start();
        Map<String, String> settings = new LinkedHashMap<>(site.settings());
        cloud.properties().forEach((name, value) -> {
            if (!name.startsWith("ex." + JUDGE)) {
                settings.put(name, value);
            }
        });
        settings.put("ex.redis.url", redis.url());
        settings.putAll(Planted.SETTINGS);
        configSync = new ConnectorProcess(home, logs, "config", List.of("config-sync"), settings).start();
        instances = List.of(
                new ConnectorProcess(home, logs, "a", LIVE, settings).start(),
                new ConnectorProcess(home, logs, "b", LIVE, settings).start());
    }

    /** Waits until everything runs, then gives the tokens their usual quota. */
    void awaitReady() throws IOException {
        if (!Pause.until(300, () -> configSync.ready() && instances.stream().allMatch(ConnectorProcess::ready))) {
            throw new IOException("the connector did not get ready; see its logs in robustness/target/logs");
        }
        cloud.requestsPerMinute(300);
        try {
            names = new OrganisationReader(cloud.url(), judge).read(site.content());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    OrganisationNames names() {
        return names;
    }

    /** Every process of the connector. */
    List<ConnectorProcess> processes() {
        List<ConnectorProcess> all = new ArrayList<>(List.of(configSync));
        all.addAll(instances);
        return all;
    }

    /** The instance that delivers conversation events now. */
    ConnectorProcess deliverer() {
        return instances.stream()
                .filter(each -> each.alive() && each.holds("conversation-provider", "deliver:conversation-provider"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody delivers"));
    }

    /** Starts what a fault has killed. */
    void repair() throws IOException {
        for (ConnectorProcess each : instances) {
            if (!each.alive()) {
                each.start();
            }
        }
    }

    @Override
    public void close() {
        instances.forEach(ConnectorProcess::close);
        configSync.close();
        cloud.close();
        site.close();
        redis.close();
    }
}

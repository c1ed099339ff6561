package org.engageconnector.robustness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.engageconnector.simulators.engage.EngageSite;
import org.engageconnector.simulators.engage.EngageSiteOptions;
import org.engageconnector.simulators.genesyscloud.GenesysCloudSimulator;
import org.engageconnector.simulators.genesyscloud.access.OAuthClient;
import org.engageconnector.simulators.genesyscloud.memory.RecordedEvent.Outcome;
import org.engageconnector.simulators.judge.Judge;
import org.engageconnector.simulators.judge.OrganisationNames;
import org.engageconnector.simulators.judge.OrganisationReader;

/** An Engage site, a Redis, a Genesys Cloud, config-sync, and two instances of the other roles. One world for many faults. */
final class World implements AutoCloseable {

    static final String CALLS = "conversation-provider";
    static final String STATES = "agent-state-sync";

    /** Three JVMs at once on a busy machine of two cores need minutes. */
    private static final long START_LIMIT_SECONDS = 600;

    private static final String JUDGE = "judge";

    final RedisProcess redis;
    private final RedisTrio trio;
    private final String tenant;
    final EngageSite site;
    final GenesysCloudSimulator cloud;
    final ConnectorProcess configSync;
    final List<ConnectorProcess> instances;
    private final Path logs;
    private final OAuthClient judge = OAuthClient.of("judge", "judge-of-the-suite", JUDGE);
    private OrganisationNames names;

    /** With a single Redis. */
    World(Path home, Path logs, String redisExecutable, int agents, Map<String, String> transport) throws IOException {
        this(home, logs, redisExecutable, agents, transport, false, 1);
    }

    /**
     * A world.
     *
     * @param redisExecutable a redis-server
     * @param transport settings of the transport to Engage servers
     * @param sentinels Redis has a replica, and Sentinels say which of the two is the master
     * @param switches each has its SIP Server pair
     */
    World(
            Path home,
            Path logs,
            String redisExecutable,
            int agents,
            Map<String, String> transport,
            boolean sentinels,
            int switches)
            throws IOException {
        this.logs = logs;
        Files.createDirectories(logs);
        try (Stream<Path> earlier = Files.list(logs)) {
            for (Path log : earlier.toList()) {
                Files.delete(log);
            }
        }
        redis = new RedisProcess(redisExecutable);
        trio = sentinels ? new RedisTrio(redisExecutable, redis) : null;
        site = EngageSite.start(EngageSiteOptions.of(agents, 7)
                .withSwitches(switches)
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
        settings.put("ex.redis.url", trio == null ? redis.url() : trio.url());
        tenant = settings.get("ex.tenant-id");
        settings.putAll(Planted.SETTINGS);
        settings.putAll(transport);
        configSync = new ConnectorProcess(home, logs, "config", List.of("config-sync"), settings, null).start();
        instances = List.of(instance(home, "a", settings), instance(home, "b", settings));
    }

    private ConnectorProcess instance(Path home, String name, Map<String, String> settings) throws IOException {
        Links links = new Links(name, settings);
        return new ConnectorProcess(home, logs, name, List.of(STATES, CALLS), links.settings(), links).start();
    }

    /** Waits until everything runs, then gives the tokens their usual quota. */
    void awaitReady() throws IOException {
        if (!Pause.until(START_LIMIT_SECONDS, () -> configSync.ready() && ready())) {
            throw new IOException("the connector did not get ready; see its logs in " + logs);
        }
        // before it was told how they all are, an agent's first state is passed over when the agent goes on to the next
        int agents = site.content().agents().size();
        if (!Pause.until(
                START_LIMIT_SECONDS, () -> told(Judge.PRESENCE) >= agents && told(Judge.ROUTING_STATUS) >= agents)) {
            throw new IOException("Genesys Cloud was not told of every agent; see the logs in " + logs);
        }
        cloud.requestsPerMinute(300);
        try {
            names = new OrganisationReader(cloud.url(), judge).read(site.content());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private long told(String path) {
        return cloud.events(event -> event.path().equals(path) && event.outcome() == Outcome.ACCEPTED)
                .size();
    }

    /** True when both instances say that they can do their job. */
    boolean ready() {
        return instances.stream().allMatch(ConnectorProcess::ready);
    }

    /** Redis, its replica and the Sentinels; only in a world that has them. */
    RedisTrio trio() {
        if (trio == null) {
            throw new IllegalStateException("this fault needs --sentinels yes");
        }
        return trio;
    }

    String tenant() {
        return tenant;
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

    /** Where the processes log. */
    Path logs() {
        return logs;
    }

    /** The instance that delivers for a role now. */
    ConnectorProcess deliverer(String role) {
        ConnectorProcess[] found = new ConnectorProcess[1];
        // between two owners there may be nobody for a moment
        Pause.until(20, () -> {
            found[0] = instances.stream()
                    .filter(each -> each.alive() && each.holds(role, "deliver:" + role))
                    .findFirst()
                    .orElse(null);
            return found[0] != null;
        });
        if (found[0] == null) {
            throw new IllegalStateException("nobody delivers for " + role);
        }
        return found[0];
    }

    ConnectorProcess other(ConnectorProcess one) {
        return instances.get(instances.get(0) == one ? 1 : 0);
    }

    /** Starts what a fault has killed, and mends the network. */
    void repair() throws IOException {
        for (ConnectorProcess each : instances) {
            each.links().mend();
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
        if (trio != null) {
            trio.close();
        }
        redis.close();
    }
}

package org.engageconnector.benchmarks.site;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import org.engageconnector.simulators.engage.EngageSite;
import org.engageconnector.simulators.engage.EngageSiteOptions;
import org.engageconnector.simulators.genesyscloud.GenesysCloudSimulator;
import org.engageconnector.simulators.genesyscloud.faults.Fault;
import redis.embedded.RedisServer;

/** Everything around the connector, in this process: Engage site, Genesys Cloud; PostgreSQL and Redis beside it. */
final class SimulatedWorld implements AutoCloseable {

    /** While the first sync runs nobody waits minutes for users to be made. */
    private static final int QUOTA_OF_FIRST_SYNC = 30_000;

    private static final int QUOTA = 300;

    private final RedisServer redis;
    private final int redisPort;
    final EngageSite site;
    final GenesysCloudSimulator cloud;

    /** @param remembered posted events that are kept for comparison */
    SimulatedWorld(int agents, int remembered) throws IOException {
        redisPort = freePort();
        redis = RedisServer.builder()
                .port(redisPort)
                .setting("bind 127.0.0.1")
                .setting("save \"\"")
                .setting("maxmemory 512mb")
                .build();
        redis.start();
        site = EngageSite.start(EngageSiteOptions.of(agents, 1));
        cloud = GenesysCloudSimulator.builder()
                .requestsPerMinute(QUOTA_OF_FIRST_SYNC)
                .remember(remembered, 10_000)
                .start();
    }

    String redisUrl() {
        return "redis://127.0.0.1:" + redisPort;
    }

    String tenant() {
        return site.settings().get("ex.tenant-id");
    }

    /** The quota of Genesys Cloud from now on, and answers after so long. */
    void normalQuota(long answerMillis) {
        cloud.requestsPerMinute(QUOTA);
        cloud.addFault(Fault.delay("/api/v2/events", answerMillis, 0));
    }

    /** The settings with which the connector finds all this. */
    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>(site.settings());
        settings.putAll(cloud.properties());
        settings.put("ex.redis.url", redisUrl());
        return settings;
    }

    @Override
    public void close() throws IOException {
        cloud.close();
        site.close();
        redis.stop();
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}

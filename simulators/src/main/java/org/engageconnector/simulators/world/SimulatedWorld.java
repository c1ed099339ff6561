package org.engageconnector.simulators.world;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.engageconnector.simulators.engage.EngageSite;
import org.engageconnector.simulators.engage.EngageSiteOptions;
import org.engageconnector.simulators.engage.serverlog.ServerLogOptions;
import org.engageconnector.simulators.genesyscloud.GenesysCloudSimulator;
import org.engageconnector.simulators.genesyscloud.GenesysCloudSimulatorBuilder;

/**
 * Everything around a connector: an Engage site and a Genesys Cloud in this process, a Redis and the site's PostgreSQL in
 * processes of their own. The quota is lifted until {@link #normalQuota}, so that nobody waits minutes for a first sync.
 */
public final class SimulatedWorld implements AutoCloseable {

    private static final String REDIS_MEMORY = "512mb";
    private static final int FIRST_SYNC_REQUESTS_PER_MINUTE = 30_000;
    private static final int REQUESTS_PER_MINUTE = 300;

    private final LocalRedis redis;
    private final EngageSite site;
    private final GenesysCloudSimulator cloud;

    private SimulatedWorld(LocalRedis redis, EngageSite site, GenesysCloudSimulator cloud) {
        this.redis = redis;
        this.site = site;
        this.cloud = cloud;
    }

    /**
     * Starts all of it; what had started is stopped again when one of them does not.
     *
     * @param logs how the SIP Servers write logs; {@code null} for no logs
     */
    public static SimulatedWorld start(
            EngageSiteOptions options, ServerLogOptions logs, GenesysCloudSimulatorBuilder organisation)
            throws IOException {
        LocalRedis redis = LocalRedis.start(REDIS_MEMORY);
        EngageSite site = null;
        try {
            site = EngageSite.start(options, logs);
            GenesysCloudSimulator cloud = organisation
                    .requestsPerMinute(FIRST_SYNC_REQUESTS_PER_MINUTE)
                    .start();
            return new SimulatedWorld(redis, site, cloud);
        } catch (RuntimeException e) {
            if (site != null) {
                site.close();
            }
            redis.close();
            throw e;
        }
    }

    public EngageSite site() {
        return site;
    }

    public GenesysCloudSimulator cloud() {
        return cloud;
    }

    public String redisUrl() {
        return redis.url();
    }

    /** DBID of the tenant, as {@code ex.tenant-id} has it. */
    public String tenant() {
        return site.settings().get("ex.tenant-id");
    }

    /** From now on the quota is what Genesys Cloud gives. */
    public void normalQuota() {
        cloud.requestsPerMinute(REQUESTS_PER_MINUTE);
    }

    /** The settings with which a connector finds all this: {@code ex.*} keys to values, the clients of all roles among them. */
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>(site.settings());
        settings.putAll(cloud.properties());
        settings.put("ex.redis.url", redisUrl());
        return settings;
    }

    @Override
    public void close() throws IOException {
        cloud.close();
        site.close();
        redis.close();
    }
}

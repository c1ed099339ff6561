package org.engageconnector.component.redis;

import java.time.Duration;

/**
 * How to reach Redis, and who we are there.
 *
 * @param url {@code redis://}, {@code rediss://}, {@code redis-sentinel://} or {@code rediss-sentinel://}, with user, password
 *     and database number where needed; a secret
 * @param sentinelPassword what the Sentinels themselves ask for; empty for nothing; a secret
 * @param tenantId the tenant's DBID, part of every key
 * @param instanceId names this process in leases
 * @param journalShare part of Redis' {@code maxmemory} that all journals together may use, over 0 to 1
 * @param memory the database's limit in bytes where the server does not tell it; 0 for none
 * @param policyConfirmed somebody made sure that nothing is evicted, where the server does not tell it
 * @param tls whom we trust and who we are where the address is one of TLS
 * @param commandTimeout how long a command may take before it counts as failed
 */
public record RedisSettings(
        String url,
        String sentinelPassword,
        String tenantId,
        String instanceId,
        double journalShare,
        long memory,
        boolean policyConfirmed,
        RedisTls tls,
        Duration commandTimeout) {

    public RedisSettings {
        if (!(journalShare > 0 && journalShare <= 1)) {
            throw new IllegalArgumentException("ex.redis.journal-share must be over 0 and at most 1: " + journalShare);
        }
    }

    /** Settings with the usual share (half of the memory) and time limit (2 s). */
    public static RedisSettings of(String url, String tenantId, String instanceId) {
        return new RedisSettings(url, "", tenantId, instanceId, 0.5, 0, false, RedisTls.DEFAULT, Duration.ofSeconds(2));
    }

    /** The same, with another share and a limit that the server does not tell. */
    public RedisSettings bounded(double share, long bytes) {
        return new RedisSettings(
                url, sentinelPassword, tenantId, instanceId, share, bytes, policyConfirmed, tls, commandTimeout);
    }

    @Override
    public String toString() {
        return "RedisSettings[tenant " + tenantId + ", instance " + instanceId + "]";
    }
}

package org.engageconnector.component.redis;

import java.time.Duration;

/**
 * How to reach Redis, and who we are there.
 *
 * @param url {@code redis://} or {@code rediss://}, with user, password and database number where needed; a secret
 * @param tenantId the tenant's DBID, part of every key
 * @param instanceId names this process in leases
 * @param journalShare part of Redis' {@code maxmemory} that all journals together may use, over 0 to 1
 * @param commandTimeout how long a command may take before it counts as failed
 */
public record RedisSettings(
        String url, String tenantId, String instanceId, double journalShare, Duration commandTimeout) {

    public RedisSettings {
        if (!(journalShare > 0 && journalShare <= 1)) {
            throw new IllegalArgumentException("ex.redis.journal-share must be over 0 and at most 1: " + journalShare);
        }
    }

    /** Settings with the usual share (half of the memory) and time limit (2 s). */
    public static RedisSettings of(String url, String tenantId, String instanceId) {
        return new RedisSettings(url, tenantId, instanceId, 0.5, Duration.ofSeconds(2));
    }

    @Override
    public String toString() {
        return "RedisSettings[tenant " + tenantId + ", instance " + instanceId + "]";
    }
}

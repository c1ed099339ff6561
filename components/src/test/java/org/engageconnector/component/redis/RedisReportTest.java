package org.engageconnector.component.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** Which Redis is accepted, refused, or accepted with a warning. */
class RedisReportTest {

    private static final String GOOD = "redis_version:7.0.15\r\nmaxmemory:1000\r\nmaxmemory_policy:noeviction\r\n"
            + "aof_enabled:1\r\ncluster_enabled:0\r\n";

    @Test
    void aRedisThatKeepsWhatItIsGivenIsAccepted() {
        RedisReport report = of(GOOD);

        assertThat(report.accepted()).isTrue();
        assertThat(report.warnings()).isEmpty();
        assertThat(report.maxMemory()).isEqualTo(1000);
    }

    @Test
    void aRedisThatMayEvictIsRefused() {
        assertThat(of(GOOD.replace("noeviction", "allkeys-lru")).refusals())
                .singleElement()
                .asString()
                .contains("allkeys-lru", "noeviction");
    }

    @Test
    void aClusterAndAnOldServerAreRefused() {
        assertThat(of(GOOD.replace("cluster_enabled:0", "cluster_enabled:1")).accepted())
                .isFalse();
        assertThat(of(GOOD.replace("7.0.15", "5.0.9")).accepted()).isFalse();
        assertThat(of(GOOD.replace("7.0.15", "6.2.11")).accepted()).isTrue();
    }

    @Test
    void aReplicaIsRefused() {
        assertThat(of(GOOD + "role:slave\r\n").accepted()).isFalse();
        assertThat(of(GOOD + "role:master\r\n").accepted()).isTrue();
    }

    @Test
    void missingPersistenceAndASilentServerAreWarnedOf() {
        assertThat(of(GOOD.replace("aof_enabled:1", "aof_enabled:0")).warnings())
                .hasSize(1);
        assertThat(of(""))
                .matches(RedisReport::accepted)
                .extracting(RedisReport::warnings)
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(3);
    }

    /** What Redis Enterprise publishes of its INFO: it persists and may evict, and says neither. */
    private static final String ENTERPRISE =
            "redis_version:6.0.20\r\nredis_mode:standalone\r\nused_memory:2000\r\naof_enabled:0\r\nrole:master\r\n";

    @Test
    void redisEnterpriseIsAcceptedAndAskedForWhatItDoesNotTell() {
        RedisReport report = of(ENTERPRISE);

        assertThat(report.accepted()).isTrue();
        assertThat(report.name()).isEqualTo("Redis Enterprise 6.0.20");
        assertThat(report.warnings()).hasSize(2);
        assertThat(report.warnings().get(0))
                .contains("data eviction policy", "ex.redis.maxmemory-policy=noeviction")
                .doesNotContain("redis.conf");
        assertThat(report.warnings().get(1)).contains("ex.redis.memory");
    }

    @Test
    void whatIsConfirmedBySettingsIsNotWarnedOf() {
        RedisSettings confirmed =
                new RedisSettings("redis://x", "", "1", "a", 0.5, 3000, true, RedisTls.DEFAULT, Duration.ofSeconds(2));
        RedisReport report = RedisReport.of(ENTERPRISE, confirmed, "");

        assertThat(report.warnings()).isEmpty();
        assertThat(report.maxMemory()).isEqualTo(3000);
    }

    @Test
    void aPolicyThatWasFoundOutCountsAsIfItHadBeenTold() {
        assertThat(RedisReport.of(ENTERPRISE, SETTINGS, "volatile-lru").refusals())
                .singleElement()
                .asString()
                .contains("volatile-lru", "leases", "data eviction policy");
    }

    @Test
    void valkeyIsJudgedByItsOwnVersion() {
        RedisReport report = of(GOOD.replace("7.0.15", "7.2.4") + "server_name:valkey\r\nvalkey_version:9.1.2\r\n");

        assertThat(report.accepted()).isTrue();
        assertThat(report.name()).isEqualTo("Valkey 9.1.2");
    }

    @Test
    void aServerThatLoadsIsWaitedFor() {
        assertThat(of(GOOD + "loading:1\r\n").refusals())
                .singleElement()
                .asString()
                .contains("loading");
    }

    private static final RedisSettings SETTINGS = RedisSettings.of("redis://x", "1", "a");

    private static RedisReport of(String info) {
        return RedisReport.of(info, SETTINGS, "");
    }
}

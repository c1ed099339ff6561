package org.engageconnector.component.redis;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** Which Redis is accepted, refused, or accepted with a warning. */
class RedisReportTest {

    private static final String GOOD = "redis_version:7.0.15\r\nmaxmemory:1000\r\nmaxmemory_policy:noeviction\r\n"
            + "aof_enabled:1\r\ncluster_enabled:0\r\n";

    @Test
    void aRedisThatKeepsWhatItIsGivenIsAccepted() {
        RedisReport report = RedisReport.of(GOOD);

        assertThat(report.accepted()).isTrue();
        assertThat(report.warnings()).isEmpty();
        assertThat(report.maxMemory()).isEqualTo(1000);
    }

    @Test
    void aRedisThatMayEvictIsRefused() {
        assertThat(RedisReport.of(GOOD.replace("noeviction", "allkeys-lru")).refusals())
                .singleElement()
                .asString()
                .contains("allkeys-lru", "noeviction");
    }

    @Test
    void aClusterAndAnOldServerAreRefused() {
        assertThat(RedisReport.of(GOOD.replace("cluster_enabled:0", "cluster_enabled:1"))
                        .accepted())
                .isFalse();
        assertThat(RedisReport.of(GOOD.replace("7.0.15", "6.0.9")).accepted()).isFalse();
        assertThat(RedisReport.of(GOOD.replace("7.0.15", "6.2.11")).accepted()).isTrue();
    }

    @Test
    void aReplicaIsRefused() {
        assertThat(RedisReport.of(GOOD + "role:slave\r\n").accepted()).isFalse();
        assertThat(RedisReport.of(GOOD + "role:master\r\n").accepted()).isTrue();
    }

    @Test
    void missingPersistenceAndASilentServerAreWarnedOf() {
        assertThat(RedisReport.of(GOOD.replace("aof_enabled:1", "aof_enabled:0"))
                        .warnings())
                .hasSize(1);
        assertThat(RedisReport.of(""))
                .matches(RedisReport::accepted)
                .extracting(RedisReport::warnings)
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(2);
    }
}

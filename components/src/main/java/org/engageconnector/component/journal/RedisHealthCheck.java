package org.engageconnector.component.journal;

import java.util.Map;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;
import org.engageconnector.component.redis.RedisConnection;
import org.engageconnector.component.redis.RedisReport;

/** Not ready while Redis is away or set up in a way that could lose entries. Never waits. */
final class RedisHealthCheck extends AbstractHealthCheck {

    private final RedisConnection redis;

    RedisHealthCheck(RedisConnection redis) {
        super("engage-connector", "redis");
        this.redis = redis;
    }

    @Override
    public boolean isLiveness() {
        return false;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        RedisReport report = redis.report();
        if (redis.available()) {
            builder.up();
        } else if (report != null && !report.accepted()) {
            builder.message(String.join("; ", report.refusals())).down();
        } else {
            builder.message("Redis is away").down();
        }
    }
}

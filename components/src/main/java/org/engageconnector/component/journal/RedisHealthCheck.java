package org.engageconnector.component.journal;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;
import org.engageconnector.component.redis.RedisConnection;

/**
 * Not ready while Redis is away, is set up in a way that could lose entries, or refuses what this context's journals live on.
 * Never waits.
 */
final class RedisHealthCheck extends AbstractHealthCheck {

    private final RedisConnection redis;
    private final Predicate<String> scopes;

    /** @param scopes whether a journal, or the name of a lease, is one of this context's */
    RedisHealthCheck(RedisConnection redis, Predicate<String> scopes) {
        super("engage-connector", "redis");
        this.redis = redis;
        this.scopes = scopes;
    }

    @Override
    public boolean isLiveness() {
        return false;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        Optional<String> problem = redis.problem().or(() -> redis.work().stuck(scopes));
        problem.ifPresentOrElse(
                why -> builder.message("Redis cannot be used: " + why).down(), builder::up);
    }
}

package org.engageconnector.app.role;

import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** A health check of ours in Camel's registry: it counts for readiness, and for liveness too when only a restart helps. */
final class RoleCheck extends AbstractHealthCheck {

    private final boolean liveness;
    private final Supplier<HealthAnswer> answer;

    RoleCheck(String name, boolean liveness, Supplier<HealthAnswer> answer) {
        super("engage", name);
        this.liveness = liveness;
        this.answer = answer;
    }

    @Override
    public boolean isLiveness() {
        return liveness;
    }

    @Override
    protected void doCall(HealthCheckResultBuilder builder, Map<String, Object> options) {
        HealthAnswer now = answer.get();
        if (now.message() != null) {
            builder.message(now.message());
        }
        if (now.up()) {
            builder.up();
        } else {
            builder.down();
        }
    }
}

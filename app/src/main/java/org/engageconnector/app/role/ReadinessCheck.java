package org.engageconnector.app.role;

import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** A health check of ours in Camel's registry: it counts for readiness, never for liveness. */
final class ReadinessCheck extends AbstractHealthCheck {

    private final Supplier<HealthAnswer> answer;

    ReadinessCheck(String name, Supplier<HealthAnswer> answer) {
        super("engage", name);
        this.answer = answer;
    }

    @Override
    public boolean isLiveness() {
        return false;
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

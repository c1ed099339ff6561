package org.engageconnector.app.role;

import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.health.AbstractHealthCheck;

/** A health check of ours in Camel's registry that counts for liveness and readiness. */
final class LivenessCheck extends AbstractHealthCheck {

    private final Supplier<HealthAnswer> answer;

    LivenessCheck(String name, Supplier<HealthAnswer> answer) {
        super("engage", name);
        this.answer = answer;
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

package org.engageconnector.app.validate;

import java.util.ArrayList;
import java.util.List;
import org.engageconnector.app.failure.CommandFailure;
import org.engageconnector.app.redis.RedisFor;
import org.engageconnector.app.settings.RoleSettings;
import org.engageconnector.component.redis.RedisConnection;
import org.engageconnector.component.redis.RedisReport;

/** Connects to Redis and judges its set-up: version, no cluster, maxmemory-policy, persistence. */
final class RedisCheck {

    private static final String CHECK = "redis";

    private final RoleSettings settings;

    RedisCheck(RoleSettings settings) {
        this.settings = settings;
    }

    List<Finding> run() {
        try (RedisConnection redis = RedisFor.command(settings)) {
            RedisReport report = redis.report();
            List<Finding> findings = new ArrayList<>();
            findings.add(Finding.ok(CHECK, report.name() + " takes us"));
            report.warnings().forEach(warning -> findings.add(Finding.warn(CHECK, warning)));
            return findings;
        } catch (CommandFailure e) {
            return List.of(
                    new Finding(CHECK, e.exitCode(), false, "", e.problems().get(0)));
        }
    }
}

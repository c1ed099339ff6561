package org.engageconnector.app.validate;

import java.util.ArrayList;
import java.util.List;
import org.engageconnector.app.failure.CommandFailure;
import org.engageconnector.app.failure.ExitCode;
import org.engageconnector.app.redis.RedisFor;
import org.engageconnector.app.settings.RoleSettings;
import org.engageconnector.component.redis.RedisConnection;
import org.engageconnector.component.redis.RedisReport;
import org.engageconnector.component.redis.RedisUnavailableException;

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
            redis.restored()
                    .ifPresent(how -> findings.add(Finding.warn(
                            CHECK,
                            "Redis was restored from a backup (" + how + "): run `engage-connector redis adopt`")));
            canWrite(redis, findings);
            return findings;
        } catch (CommandFailure e) {
            return List.of(
                    new Finding(CHECK, e.exitCode(), false, "", e.problems().get(0)));
        }
    }

    /** A user who may only read connects all the same. */
    private void canWrite(RedisConnection redis, List<Finding> findings) {
        String key = redis.keys().prefix() + "validate";
        try {
            redis.call(commands -> commands.psetex(key, 1000, new byte[] {1}));
        } catch (RedisUnavailableException e) {
            findings.add(Finding.bad(
                    CHECK,
                    ExitCode.REFUSED,
                    "Redis takes no writes: " + e.getMessage(),
                    "ex.redis.url, " + settings.value("ex.redis.url").origin(),
                    "do what the message says"));
        }
    }
}

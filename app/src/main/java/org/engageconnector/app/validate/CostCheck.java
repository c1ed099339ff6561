package org.engageconnector.app.validate;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.engageconnector.app.cost.RequestEstimate;
import org.engageconnector.app.cost.RequestMonth;
import org.engageconnector.app.cost.RequestMonths;
import org.engageconnector.app.failure.CommandFailure;
import org.engageconnector.app.redis.RedisFor;
import org.engageconnector.app.settings.Role;
import org.engageconnector.app.settings.RoleSettings;
import org.engageconnector.component.directory.RedisDirectory;
import org.engageconnector.component.redis.RedisConnection;

/** Holds the requests of the month, as counted or else as estimated, against what is in the price of the agents. */
final class CostCheck {

    private static final String CHECK = "cost";

    private final RoleSettings settings;

    CostCheck(RoleSettings settings) {
        this.settings = settings;
    }

    List<Finding> run() {
        try (RedisConnection redis = RedisFor.command(settings)) {
            RedisDirectory directory =
                    new RedisDirectory(redis, settings.find("ex.secret-key").orElse(null));
            int agents = directory.ready() ? directory.agents().size() : 0;
            if (agents == 0) {
                return List.of(Finding.ok(CHECK, "not known before config-sync has run"));
            }
            long allowance = agents * settings.number("ex.genesys-cloud.requests-per-agent");
            Map<String, RequestMonth> counted = new RequestMonths(redis).now();
            double projected = counted.values().stream()
                    .mapToDouble(month -> month.projected(redis.time()))
                    .sum();
            boolean known = !counted.isEmpty() && !Double.isNaN(projected);
            return List.of(finding(agents, allowance, known ? projected : estimate(agents), known));
        } catch (CommandFailure | IllegalStateException unreachable) {
            // The check of Redis says so.
            return List.of();
        }
    }

    private double estimate(int agents) {
        return new RequestEstimate(
                        agents,
                        linger(Role.CONVERSATION_PROVIDER),
                        linger(Role.AGENT_STATE_SYNC),
                        settings.duration("ex.config-sync.reconcile-interval"))
                .perMonth();
    }

    private Duration linger(Role role) {
        return settings.find("ex." + role.id() + ".delivery.linger")
                .map(Long::parseLong)
                .map(Duration::ofMillis)
                .orElse(settings.duration("ex.delivery.linger"));
    }

    static Finding finding(int agents, long allowance, double requests, boolean counted) {
        String text = "%s %,d requests a month of the %,d that are in the price of %,d agents"
                .formatted(
                        counted ? "on the way to" : "at the documented load at most",
                        Math.round(requests),
                        allowance,
                        agents);
        return requests > allowance
                ? Finding.warn(
                        CHECK,
                        text + "; each one above is charged. Events may wait for each other (ex.delivery.linger,"
                                + " docs/cost.md)")
                : Finding.ok(CHECK, text);
    }
}

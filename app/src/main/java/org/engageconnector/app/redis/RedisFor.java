package org.engageconnector.app.redis;

import java.time.Duration;
import java.util.Locale;
import org.engageconnector.app.failure.CommandFailure;
import org.engageconnector.app.failure.ExitCode;
import org.engageconnector.app.settings.RoleSettings;
import org.engageconnector.app.tls.OutboundTls;
import org.engageconnector.component.redis.RedisConnection;
import org.engageconnector.component.redis.RedisSettings;
import org.engageconnector.component.redis.RedisUnavailableException;

/** Connects a command to Redis, or says in an operator's words why that failed. */
public final class RedisFor {

    private static final Duration LIMIT = Duration.ofSeconds(3);

    private RedisFor() {}

    /**
     * What the settings say of Redis.
     *
     * @param suffix behind the instance's name, so that a command is not taken for the running instance
     */
    public static RedisSettings settings(RoleSettings settings, String suffix, Duration limit) {
        return new RedisSettings(
                settings.text("ex.redis.url"),
                settings.find("ex.redis.sentinel-password").orElse(""),
                settings.text("ex.tenant-id"),
                settings.text("ex.instance-id") + suffix,
                settings.share("ex.redis.journal-share"),
                settings.find("ex.redis.memory").map(Long::parseLong).orElse(0L),
                settings.find("ex.redis.maxmemory-policy").isPresent(),
                OutboundTls.redis(settings),
                limit);
    }

    /** A connection that is up; throws {@link CommandFailure} otherwise. */
    public static RedisConnection command(RoleSettings settings) {
        RedisConnection redis = RedisConnection.ofCommand(settings(settings, "-command", LIMIT));
        try {
            redis.commands();
            return redis;
        } catch (RedisUnavailableException e) {
            redis.close();
            String said = String.valueOf(e.getMessage());
            boolean refused = said.toUpperCase(Locale.ROOT)
                    .matches(".*(WRONGPASS|NOAUTH|NOPERM|MAXMEMORY|CLUSTER|REPLICA|TOO OLD).*");
            throw new CommandFailure(
                    refused ? ExitCode.REFUSED : ExitCode.UNREACHABLE,
                    said,
                    "ex.redis.url, " + settings.value("ex.redis.url").origin(),
                    refused
                            ? "correct user and password, or what the message names"
                            : "check that Redis runs, host and port, and the network between"
                                    + (settings.text("ex.redis.url").startsWith("rediss")
                                            ? "; who signed its certificate must be in ex.tls.ca-file"
                                            : ""));
        }
    }
}

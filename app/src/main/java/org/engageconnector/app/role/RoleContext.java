package org.engageconnector.app.role;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheckHelper;
import org.engageconnector.app.settings.ClientCredentials;
import org.engageconnector.app.settings.LayeredFolder;
import org.engageconnector.app.settings.RoleSettings;
import org.engageconnector.app.tenant.RoleWatch;
import org.engageconnector.component.directory.RedisDirectory;
import org.engageconnector.component.redis.RedisConnection;
import org.engageconnector.directory.DirectoryWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a role's wiring works with. Binding happens on one thread before the start; reading is thread-safe after it. */
public final class RoleContext {

    private static final Logger LOG = LoggerFactory.getLogger(RoleContext.class);

    private final RoleSettings settings;

    private final CamelContext camel;

    private final SharedParts shared;

    private final MeterRegistry meters;

    private final LayeredFolder config;

    private final RedisConnection redis;

    private final RedisDirectory directory;

    private final RoleWatch watch;

    private final Map<String, Supplier<Object>> status = new LinkedHashMap<>();

    private final Deque<AutoCloseable> closing = new ArrayDeque<>();

    RoleContext(
            RoleSettings settings, CamelContext camel, SharedParts shared, MeterRegistry meters, LayeredFolder config) {
        this.config = config;
        this.settings = settings;
        this.camel = camel;
        this.shared = shared;
        this.meters = meters;
        this.redis = shared.redis(settings);
        this.directory =
                new RedisDirectory(redis, settings.find("ex.secret-key").orElse(null));
        this.watch =
                bindAndClose("roleWatch", new RoleWatch(redis, settings.role().id()));
        bind("meterRegistry", meters);
        bind("engageEventLoops", shared.eventLoops());
        bind("redis", redis);
        bind("directory", directory);
    }

    public RoleSettings settings() {
        return settings;
    }

    public CamelContext camel() {
        return camel;
    }

    /** What all roles of this process have in common. */
    public SharedParts shared() {
        return shared;
    }

    public MeterRegistry meters() {
        return meters;
    }

    /** The directory with mapping files and SQL. */
    public LayeredFolder config() {
        return config;
    }

    /** The Redis client that all roles of the process share. */
    public RedisConnection redis() {
        return redis;
    }

    /** What config-sync knows: ID map, agents, DNs, transaction. */
    public DirectoryWriter directory() {
        return directory;
    }

    /** What this role tells the others for the console. */
    public RoleWatch watch() {
        return watch;
    }

    /** How long the console remembers what is over, milliseconds; 0: not at all. */
    public long historyMillis() {
        return settings.duration("ex.console.history").toMillis();
    }

    /** The OAuth client to use now; may ask Redis for the transaction, and throws {@link IllegalStateException} when it is away. */
    public Optional<ClientCredentials> client() {
        return settings.client(Map.of()).or(() -> settings.client(directory.transaction()));
    }

    /** Why a role that lives on config-sync's work cannot start yet; empty when it can. */
    Optional<String> configSyncHasRun() {
        try {
            return directory.ready() ? Optional.empty() : Optional.of("config-sync has not run");
        } catch (IllegalStateException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** Not ready while a part of the ID map is missing or unreadable: what uses it waits. */
    void readyWithWholeIdMap() {
        readyWhen("id-map", () -> idMapProblem().map(HealthAnswer::down).orElse(HealthAnswer.UP));
    }

    /** What is wrong with the ID map in Redis; empty when it is whole. Asks Redis. */
    Optional<String> idMapProblem() {
        try {
            return directory
                    .damage()
                    .map(what -> "the ID map in Redis is incomplete (" + what
                            + "): config-sync writes it again within seconds; until then events wait");
        } catch (IllegalStateException e) {
            return Optional.of("the ID map cannot be read: " + e.getMessage());
        }
    }

    /** Binds a bean under the name that routes use, and gives it back. */
    public <T> T bind(String name, T bean) {
        camel.getRegistry().bind(name, bean);
        return bean;
    }

    /** As {@link #bind}; the bean is closed after the routes have stopped, last bound first. */
    public <T extends AutoCloseable> T bindAndClose(String name, T bean) {
        closing.push(bean);
        return bind(name, bean);
    }

    /** Runs when the role stops, after its routes. */
    public void onStop(AutoCloseable action) {
        closing.push(action);
    }

    /** Adds a health check that counts for readiness; it is asked on every look at the health. */
    public void readyWhen(String name, Supplier<HealthAnswer> answer) {
        HealthCheckHelper.getHealthCheckRegistry(camel).register(new RoleCheck(name, false, answer));
    }

    /** Adds a check that counts for liveness too: while it is down, only a restart helps. */
    public void liveWhen(String name, Supplier<HealthAnswer> answer) {
        HealthCheckHelper.getHealthCheckRegistry(camel).register(new RoleCheck(name, true, answer));
    }

    /** Adds a part of {@code /api/v1/status}: maps, lists, records, text and numbers, without secrets. */
    public void status(String name, Supplier<Object> part) {
        status.put(name, part);
    }

    public Map<String, Supplier<Object>> statusParts() {
        return status;
    }

    void close() {
        while (!closing.isEmpty()) {
            AutoCloseable next = closing.pop();
            try {
                next.close();
            } catch (Exception e) {
                LOG.warn("{} could not be closed cleanly", next.getClass().getSimpleName(), e);
            }
        }
    }
}

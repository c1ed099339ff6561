package org.engageconnector.component.journal;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Endpoint;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.CamelContextHelper;
import org.apache.camel.support.DefaultComponent;
import org.engageconnector.component.journal.intake.JournalIntake;
import org.engageconnector.component.journal.lease.PartitionLeases;
import org.engageconnector.component.journal.lease.StandingLease;
import org.engageconnector.component.redis.RedisConnection;

/**
 * {@code redis-journal:<journal>}: durable, ordered, partitioned logs on Redis Streams. Looks up the beans {@code redis}
 * (needed) and {@code meterRegistry}. Leases and intake outlive a route: they end with this component.
 */
@Component("redis-journal")
public final class RedisJournalComponent extends DefaultComponent {

    @Metadata(description = "The shared Redis client; the bean named redis when not set")
    private RedisConnection redis;

    /**
     * Grace after a reconnect: longer than the longest pause between two tries, so that every instance has appended its
     * ring.
     */
    private static final long ALL_ARE_BACK_NANOS = 3_000_000_000L;

    private final Map<String, PartitionLeases> leases = new ConcurrentHashMap<>();
    private final Map<String, JournalIntake> intakes = new ConcurrentHashMap<>();
    private JournalGauges gauges;

    public RedisConnection getRedis() {
        return redis;
    }

    public void setRedis(RedisConnection redis) {
        this.redis = redis;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        RedisJournalEndpoint endpoint = new RedisJournalEndpoint(uri, this, remaining);
        setProperties(endpoint, parameters);
        return endpoint;
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        if (redis == null) {
            redis = CamelContextHelper.mandatoryLookup(getCamelContext(), "redis", RedisConnection.class);
        }
        gauges = new JournalGauges(
                redis, CamelContextHelper.lookup(getCamelContext(), "meterRegistry", MeterRegistry.class));
        HealthCheckRegistry checks = HealthCheckHelper.getHealthCheckRegistry(getCamelContext());
        if (checks != null) {
            checks.register(new RedisHealthCheck(redis, this::concerns));
        }
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        gauges.start();
    }

    @Override
    protected void doStop() throws Exception {
        leases.values().forEach(PartitionLeases::close);
        leases.clear();
        intakes.values().forEach(JournalIntake::close);
        intakes.clear();
        gauges.close();
        super.doStop();
    }

    PartitionLeases leases(String journal) {
        return leases.computeIfAbsent(journal, name -> {
            PartitionLeases made = new PartitionLeases(redis, name);
            gauges.watchLeases(name, made);
            return made;
        });
    }

    JournalIntake intake(String journal) {
        return intakes.computeIfAbsent(journal, name -> new JournalIntake(redis, name, gauges.duplicates()));
    }

    /**
     * Whether nothing that Redis may have forgotten is still on its way into a journal. Until then a partition that looks
     * drained is not: were time to pass in it, waits would end whose evidence comes again in a moment, and events would be
     * made a second time with another content.
     */
    boolean settled(String journal) {
        JournalIntake intake = intakes.get(journal);
        return redis.availableNanos() > ALL_ARE_BACK_NANOS && (intake == null || intake.ringsAreWritten());
    }

    /** Whether a journal, or the name of a lease, is one of this context's. */
    private boolean concerns(String scope) {
        return gauges.watches(scope)
                || scope.equals("deliver:" + getCamelContext().getName())
                || getCamelContext().getRegistry().findByType(StandingLease.class).stream()
                        .anyMatch(lease -> lease.name().equals(scope));
    }

    JournalGauges gauges() {
        return gauges;
    }

    /** The lease of that name in the registry. */
    StandingLease standingLease(String name) {
        return getCamelContext().getRegistry().findByType(StandingLease.class).stream()
                .filter(lease -> lease.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "redis-journal: lease=" + name + " names no StandingLease in the registry"));
    }
}

package org.engageconnector.component.journal.lease;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.engageconnector.background.BackgroundFailures;
import org.engageconnector.background.Worker;
import org.engageconnector.component.redis.RedisConnection;
import org.engageconnector.component.redis.RedisPieces;
import org.engageconnector.component.redis.RedisUnavailableException;
import org.engageconnector.journal.Ownership;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A lease that this instance wants for as long as it runs: agent states and delivery have one each. Bind it in the role's
 * registry; {@code redis-journal:...?lease=<name>} finds it by its name. Whoever makes it starts and closes it.
 *
 * <p>One thread of its own takes, renews and releases. Thread-safe.
 */
public final class StandingLease implements Ownership, AutoCloseable {

    /** Lifetime and renewal of an ordinary lease (docs/delivery.md#lease). */
    public static final Duration LIFETIME = Duration.ofSeconds(5);

    public static final Duration RENEWAL = Duration.ofMillis(1500);

    /** Lifetime and renewal of a lease that covers an HTTP request of up to 4 s (docs/delivery.md#fence). */
    public static final Duration DELIVERY_LIFETIME = Duration.ofSeconds(10);

    public static final Duration DELIVERY_RENEWAL = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(StandingLease.class);
    private static final long LOOK_MILLIS = 250;

    private final RedisConnection redis;
    private final Lease lease;
    private final Duration renewal;
    private final String what;
    private final List<Runnable> onChange = new CopyOnWriteArrayList<>();
    private final SteppingAside aside = new SteppingAside();
    private final Worker worker;
    private volatile BooleanSupplier able = () -> true;
    private volatile BooleanSupplier idle = () -> true;
    private volatile boolean closed;
    private long told;
    private long renewed = System.nanoTime();

    public StandingLease(RedisConnection redis, String name, Duration lifetime, Duration renewal) {
        this.redis = redis;
        this.lease = new Lease(redis, name, lifetime);
        this.renewal = renewal;
        this.what = "keeping of lease " + name;
        this.worker = new Worker("lease-" + name, Duration.ofMillis(LOOK_MILLIS), this::look);
    }

    public StandingLease start() {
        worker.start();
        return this;
    }

    /**
     * Steps aside for another instance while this one cannot do the work that the lease is for.
     *
     * @param condition asked four times a second on this lease's thread; must not wait
     */
    public StandingLease whileAble(BooleanSupplier condition) {
        able = condition;
        return this;
    }

    /**
     * Keeps the lease, once this instance is not to be active any more, until what is under way is settled. What is under way must
     * end by itself and nothing may begin while {@link #leaving} says so.
     *
     * @param condition asked four times a second on this lease's thread; must not wait
     */
    public StandingLease untilIdle(BooleanSupplier condition) {
        idle = condition;
        return this;
    }

    /** Whether the lease is on its way to another instance: nothing may begin under it any more. */
    public boolean leaving() {
        return !redis.activity().active();
    }

    /** Shows in {@code ex.lease.held} whether this instance holds it. */
    public StandingLease gaugedIn(MeterRegistry registry) {
        Gauge.builder("ex.lease.held", this, lease -> lease.held() ? 1 : 0)
                .description("1 while this instance owns the partition")
                .tag("partition", name())
                .register(registry);
        return this;
    }

    public String name() {
        return lease.name();
    }

    /** The instance that holds it, by Redis; empty when nobody does, or Redis cannot be asked. */
    public String holder() {
        try {
            byte[] record = redis.call(commands -> commands.get(redis.keys().lease(lease.name())));
            return record == null ? "" : Lease.instance(new String(record, StandardCharsets.UTF_8));
        } catch (RedisUnavailableException e) {
            LOG.debug("lease {}: {}", lease.name(), e.getMessage());
            return "";
        }
    }

    /** Runs after the lease was taken or lost, on this lease's thread; keep it short. */
    public void onChange(Runnable action) {
        onChange.add(action);
    }

    @Override
    public boolean held() {
        return lease.held();
    }

    /** How long it is surely held without another renewal, nanoseconds; 0 or less when it is not. */
    public long remainingNanos() {
        return lease.remainingNanos();
    }

    @Override
    public long number() {
        return lease.ownership();
    }

    @Override
    public Map<String, byte[]> states() {
        return RedisPieces.hash(redis, redis.keys().state(lease.name()));
    }

    public Lease lease() {
        return lease;
    }

    private void look() {
        try {
            keep();
            redis.work().done(lease.name(), what);
        } catch (RedisUnavailableException e) {
            redis.work().failed(lease.name(), what, e.getMessage());
            LOG.debug("lease {}: {}", lease.name(), e.getMessage());
        } finally {
            tell();
        }
    }

    private void keep() {
        boolean isAble = able.getAsBoolean();
        if (lease.held()) {
            if (leaving() && idle.getAsBoolean()) {
                LOG.info("Lease {}: this instance is not active any more and gives it to another one", lease.name());
                lease.release();
            } else if (aside.now(isAble, System.nanoTime())) {
                LOG.info("Lease {}: this instance cannot work and lets another one come first", lease.name());
                lease.release();
            } else if (System.nanoTime() - renewed >= renewal.toNanos()) {
                long sent = System.nanoTime();
                lease.renew();
                renewed = sent;
            }
        } else if (!closed && !leaving() && !aside.staysAway(isAble, System.nanoTime()) && lease.take()) {
            renewed = System.nanoTime();
        }
    }

    /** Also tells when it was lost and taken again between two looks: the number is another one then. */
    private void tell() {
        long now = lease.held() ? lease.ownership() : 0;
        if (now != told) {
            told = now;
            LOG.info("Lease {} {}", lease.name(), now == 0 ? "lost" : "taken, ownership " + now);
            onChange.forEach(action -> BackgroundFailures.PROCESS
                    .guard("lease-" + lease.name() + "-change", action)
                    .run());
        }
    }

    /** Gives the lease back, so that another instance has it within a second. */
    @Override
    public void close() {
        closed = true;
        worker.close();
        lease.release();
    }
}

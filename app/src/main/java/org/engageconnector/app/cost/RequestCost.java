package org.engageconnector.app.cost;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import org.engageconnector.background.BackgroundFailures;
import org.engageconnector.component.redis.RedisConnection;

/**
 * Counts what a role asks of Genesys Cloud in a month, and shows that and the month's projection beside the allowance. A thread
 * of its own talks to Redis every ten seconds; what cannot be counted then is counted the next time.
 */
public final class RequestCost implements AutoCloseable {

    private static final long EVERY_SECONDS = 10;
    private static final int ROUNDS_OF_SIZE = 60;

    private final RedisConnection redis;
    private final RequestMonths months;
    private final String role;
    private final LongSupplier sent;
    private final IntSupplier agents;
    private final long perAgent;
    private final ScheduledExecutorService counter = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "request-cost");
        thread.setDaemon(true);
        return thread;
    });
    private long counted;
    private int round;
    private volatile int size;
    private volatile RequestMonth month;

    /**
     * @param sent requests of this process so far
     * @param agents of the tenant; asked every ten minutes, may ask Redis
     * @param perAgent requests that are in the price of one agent, a month
     */
    public RequestCost(
            RedisConnection redis,
            String role,
            LongSupplier sent,
            IntSupplier agents,
            long perAgent,
            MeterRegistry meters) {
        this.redis = redis;
        this.months = new RequestMonths(redis);
        this.role = role;
        this.sent = sent;
        this.agents = agents;
        this.perAgent = perAgent;
        Gauge.builder("ex.genesys.cloud.month.requests", this, RequestCost::used)
                .description("Requests of this role to Genesys Cloud in this month, of all its instances")
                .register(meters);
        Gauge.builder("ex.genesys.cloud.month.requests.projected", this, RequestCost::projected)
                .description("The same for the whole month, when it goes on as until now")
                .register(meters);
        Gauge.builder("ex.genesys.cloud.month.requests.allowance", this, RequestCost::allowance)
                .description("Requests a month that are in the price of the tenant's agents, for all roles together")
                .register(meters);
    }

    /** Begins to count. */
    public RequestCost start() {
        counter.scheduleWithFixedDelay(
                BackgroundFailures.PROCESS.guard("request-cost", this::count), 0, EVERY_SECONDS, TimeUnit.SECONDS);
        return this;
    }

    private synchronized void count() {
        long now = sent.getAsLong();
        months.add(role, now - counted);
        counted = now;
        month = months.now().get(role);
        if (round++ % ROUNDS_OF_SIZE == 0) {
            size = agents.getAsInt();
        }
    }

    private double used() {
        RequestMonth now = month;
        return now == null ? Double.NaN : now.requests();
    }

    private double projected() {
        RequestMonth now = month;
        return now == null ? Double.NaN : now.projected(redis.time());
    }

    private double allowance() {
        int known = size;
        return known == 0 ? Double.NaN : (double) known * perAgent;
    }

    /** For the status: whole numbers, and null for what is not known yet. */
    public Map<String, Object> status() {
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("used", whole(used()));
        status.put("projected", whole(projected()));
        status.put("allowanceOfAllRoles", whole(allowance()));
        return status;
    }

    private static Object whole(double value) {
        return Double.isNaN(value) ? "not known yet" : (Object) Math.round(value);
    }

    @Override
    public void close() throws InterruptedException {
        counter.shutdown();
        counter.awaitTermination(3, TimeUnit.SECONDS);
        BackgroundFailures.PROCESS.guard("request-cost", this::count).run();
    }
}

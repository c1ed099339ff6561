package org.engageconnector.component.journal.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Endpoint;
import org.apache.camel.NonManagedService;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.support.RoutePolicySupport;
import org.engageconnector.component.journal.lease.StandingLease;
import org.engageconnector.component.journal.step.RouteShape;
import org.engageconnector.component.redis.RedisConnection;
import org.engageconnector.journal.Throttle;

/**
 * Sees to it that one instance of a role delivers: the bean {@code deliveryOwner}, policy of the {@code deliver-*} routes. It
 * holds the lease {@code deliver:<role>} as long as it is open, whatever is reloaded. When the process stops another instance may
 * go on as soon as the last of these routes has stopped. Close it after that. Thread-safe.
 */
public final class DeliveryOwner extends RoutePolicySupport implements NonManagedService, AutoCloseable {

    private final RedisConnection redis;
    private final StandingLease lease;
    private final List<DeliveryConsumer> consumers = new CopyOnWriteArrayList<>();
    private final Runnable readAgain = () -> consumers.forEach(DeliveryConsumer::readAgain);

    /**
     * Starts to ask for the lease.
     *
     * @param role for example {@code conversation-provider}
     * @param registry gets the gauge {@code ex.lease.held}; may be null
     */
    public DeliveryOwner(RedisConnection redis, String role, MeterRegistry registry) {
        this.redis = redis;
        this.lease = new StandingLease(
                        redis, "deliver:" + role, StandingLease.DELIVERY_LIFETIME, StandingLease.DELIVERY_RENEWAL)
                .untilIdle(() -> consumers.stream().allMatch(DeliveryConsumer::idle))
                .start();
        lease.onChange(() -> consumers.forEach(DeliveryConsumer::wake));
        redis.onConnect(readAgain);
        if (registry != null) {
            lease.gaugedIn(registry);
        }
    }

    /**
     * Makes the consumer of a route; it delivers while the lease is held.
     *
     * @param journal what it delivers
     * @param refusals the journal that is told of what was refused; null for none
     */
    public DeliveryConsumer consumer(
            Endpoint endpoint,
            Processor route,
            String journal,
            String refusals,
            Throttle throttle,
            DeliveryOptions options) {
        return new DeliveryConsumer(
                endpoint,
                route,
                new OutgoingJournal(redis, journal, lease, refusals),
                lease,
                throttle,
                options,
                () -> stopped(endpoint));
    }

    /**
     * Camel tells a policy only when all routes of the context have stopped. A consumer that never delivered, as in the context in
     * which a route file is tried, ends nothing.
     */
    private void stopped(Endpoint endpoint) {
        boolean delivered = consumers.removeIf(consumer -> consumer.getEndpoint() == endpoint);
        if (delivered && consumers.isEmpty() && endpoint.getCamelContext().isStopping()) {
            lease.close();
        }
    }

    @Override
    public void onInit(Route route) {
        RouteShape.check(route.getRoute());
    }

    @Override
    public void onStart(Route route) {
        if (route.getConsumer() instanceof DeliveryConsumer consumer) {
            consumers.add(consumer);
        }
    }

    @Override
    public void onStop(Route route) {
        consumers.removeIf(consumer -> consumer == route.getConsumer());
    }

    @Override
    public void onRemove(Route route) {
        onStop(route);
    }

    /** True while this instance delivers. */
    public boolean held() {
        return lease.held();
    }

    /** Why paths are stopped, by path; empty when all work. Ready means empty. */
    public Map<String, String> stoppedPaths() {
        Map<String, String> stopped = new LinkedHashMap<>();
        consumers.forEach(consumer -> stopped.putAll(consumer.stoppedPaths()));
        return stopped;
    }

    /** What {@code status} prints. */
    public List<Map<String, Object>> status() {
        List<Map<String, Object>> all = new ArrayList<>();
        consumers.forEach(consumer -> all.add(consumer.status()));
        return all;
    }

    @Override
    public void close() {
        redis.removeOnConnect(readAgain);
        lease.close();
    }
}

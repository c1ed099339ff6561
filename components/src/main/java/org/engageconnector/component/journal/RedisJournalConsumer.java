package org.engageconnector.component.journal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.RouteAware;
import org.apache.camel.support.DefaultConsumer;
import org.engageconnector.component.journal.lease.Lease;
import org.engageconnector.component.journal.lease.PartitionLeases;
import org.engageconnector.component.journal.lease.PartitionReaders;
import org.engageconnector.component.journal.step.PartitionOwner;
import org.engageconnector.component.journal.step.RouteShape;
import org.engageconnector.component.journal.step.StepRoute;
import org.engageconnector.component.journal.stream.Partition;
import org.engageconnector.component.redis.RedisConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives the route one exchange per step, from one thread per owned partition. */
final class RedisJournalConsumer extends DefaultConsumer implements PartitionReaders, StepRoute, RouteAware {

    private static final Logger LOG = LoggerFactory.getLogger(RedisJournalConsumer.class);
    private static final long LONGEST_STEP_MILLIS = 10_000;
    private static final long WARNING_EVERY_NANOS = 5_000_000_000L;

    private final Map<Partition, PartitionOwner> owners = new ConcurrentHashMap<>();
    /** From the beginning of a stop: a partition that is handed to us now would be read for a route that is no more. */
    private volatile boolean leaving;

    private Route route;
    private NamedNode definition;
    private volatile long warned = System.nanoTime() - WARNING_EVERY_NANOS;

    RedisJournalConsumer(RedisJournalEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
    }

    @Override
    public RedisJournalEndpoint getEndpoint() {
        return (RedisJournalEndpoint) super.getEndpoint();
    }

    @Override
    public void setRoute(Route route) {
        this.route = route;
        // Kept, because Camel clears Route.getRoute() after the start, and asking the context would take the lock that
        // is
        // held while routes are added.
        definition = route == null ? null : route.getRoute();
    }

    @Override
    public Route getRoute() {
        return route;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        RouteShape.check(definition);
        leaving = false;
        leases().attach(this);
    }

    @Override
    protected void doStop() throws Exception {
        leave();
        super.doStop();
    }

    @Override
    protected void doSuspend() {
        leave();
    }

    @Override
    protected void doResume() {
        leaving = false;
        leases().attach(this);
    }

    private void leave() {
        synchronized (owners) {
            leaving = true;
            owners.values().forEach(PartitionOwner::end);
        }
        owners.forEach((partition, owner) -> {
            if (!owner.ended(LONGEST_STEP_MILLIS)) {
                LOG.warn("The step of {} has not ended in 10 s; its commit will be refused", partition.fullName());
            }
        });
        owners.clear();
        leases().detach(this, getEndpoint().getCamelContext().isStopping());
    }

    @Override
    public void begin(Partition partition, Lease lease) {
        synchronized (owners) {
            PartitionOwner owner = owners.get(partition);
            if (!leaving && (owner == null || !owner.reads())) {
                if (owner != null) {
                    owner.end();
                }
                owners.put(partition, new PartitionOwner(this, partition, lease, owner));
            }
        }
    }

    @Override
    public boolean end(Partition partition) {
        PartitionOwner owner = owners.get(partition);
        if (owner == null) {
            return true;
        }
        owner.end();
        return owner.ended(1);
    }

    @Override
    public RedisConnection redis() {
        return getEndpoint().redis();
    }

    @Override
    public int batchSize() {
        return getEndpoint().getBatchSize();
    }

    @Override
    public long tick() {
        return getEndpoint().getTick();
    }

    @Override
    public boolean settled(Partition partition) {
        return getEndpoint().component().settled(partition.journal());
    }

    @Override
    public void handle(Exchange exchange) {
        try {
            getProcessor().process(exchange);
        } catch (Exception e) {
            exchange.setException(e);
        }
    }

    @Override
    public void rareWarning(String text) {
        long now = System.nanoTime();
        if (now - warned >= WARNING_EVERY_NANOS) {
            warned = now;
            LOG.warn("{}", text);
        }
    }

    private PartitionLeases leases() {
        return getEndpoint().component().leases(getEndpoint().getJournal());
    }
}

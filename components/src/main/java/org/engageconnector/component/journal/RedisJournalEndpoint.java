package org.engageconnector.component.journal;

import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.CamelContextHelper;
import org.apache.camel.support.DefaultEndpoint;
import org.engageconnector.component.journal.delivery.DeliveryOptions;
import org.engageconnector.component.journal.delivery.DeliveryOwner;
import org.engageconnector.component.redis.RedisConnection;
import org.engageconnector.journal.Throttle;

/** Reads and writes journals on Redis Streams: append once, one owner per partition, commits in one step. */
@UriEndpoint(
        firstVersion = "1.0.0",
        scheme = "redis-journal",
        title = "Redis Journal",
        syntax = "redis-journal:journal",
        category = {Category.DATABASE})
@ManagedResource(description = "Journal on Redis Streams")
public final class RedisJournalEndpoint extends DefaultEndpoint {

    @UriPath(description = "The journal's name, for example engage-events")
    @Metadata(required = true)
    private final String journal;

    @UriParam(label = "consumer", defaultValue = "500", description = "Most entries of one step")
    private int batchSize = 500;

    @UriParam(
            label = "consumer",
            defaultValue = "200",
            javaType = "java.time.Duration",
            description =
                    "How long a drained partition waits before it gives its route an empty step, so that timers run")
    private long tick = 200;

    @UriParam(
            label = "producer",
            description = "Name of a StandingLease in the registry: entries and the exchange property EngageStates are"
                    + " stored only while this instance holds it")
    private String lease;

    @UriParam(
            label = "delivery",
            description =
                    "What is kept in order, a word for people: conversation or agent. Setting it makes the consumer a"
                            + " delivery: batches leave when the throttle grants a slot, one exchange per request, order per key")
    private String orderBy;

    @UriParam(label = "delivery", description = "Grants the slots in which requests may leave")
    private Throttle throttle;

    @UriParam(
            label = "delivery",
            defaultValue = "auto",
            description = "Ceiling for the throttle; auto = what the other side allows")
    private String requestsPerMinute = "auto";

    @UriParam(label = "delivery", defaultValue = "8", description = "Most requests at a time")
    private int maxInFlight = 8;

    @UriParam(
            label = "delivery",
            defaultValue = "unlimited",
            description = "Most entries of one key in a request, a number or unlimited")
    private String eventsPerKey = "unlimited";

    @UriParam(
            label = "consumer",
            description = "A journal that is told of every entry that goes to the dead letters, refused or too old")
    private String refusals;

    @UriParam(
            label = "delivery",
            defaultValue = "24h",
            javaType = "java.time.Duration",
            description = "Older entries go to the dead letters, counted from their append")
    private long maxAge = 86_400_000;

    @UriParam(
            label = "delivery",
            defaultValue = "0",
            javaType = "java.time.Duration",
            description =
                    "How long an entry may wait for others to share a request with; 0 = it leaves with the next slot")
    private long linger;

    @UriParam(
            label = "delivery",
            defaultValue = "4s",
            javaType = "java.time.Duration",
            description = "How long a request may take; the lease covers it whole")
    private long requestLimit = 4_000;

    @UriParam(
            label = "delivery",
            defaultValue = "1m",
            javaType = "java.time.Duration",
            description = "How often a stopped path is tried again")
    private long tryStoppedEvery = 60_000;

    public RedisJournalEndpoint(String uri, RedisJournalComponent component, String journal) {
        super(uri, component);
        this.journal = journal;
    }

    @Override
    public Producer createProducer() {
        return new RedisJournalProducer(this);
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        if (orderBy != null) {
            Consumer delivery = deliveryConsumer(processor);
            configureConsumer(delivery);
            return delivery;
        }
        RedisJournalConsumer consumer = new RedisJournalConsumer(this, processor);
        configureConsumer(consumer);
        return consumer;
    }

    private Consumer deliveryConsumer(Processor route) {
        if (throttle == null) {
            throw new IllegalArgumentException("redis-journal:" + journal + "?orderBy= needs a throttle");
        }
        DeliveryOwner owner = CamelContextHelper.findSingleByType(getCamelContext(), DeliveryOwner.class);
        if (owner == null) {
            throw new IllegalArgumentException("redis-journal:" + journal + "?orderBy= needs a DeliveryOwner bean");
        }
        return owner.consumer(
                this,
                route,
                journal,
                refusals,
                throttle,
                DeliveryOptions.of(
                        batchSize,
                        eventsPerKey,
                        maxInFlight * throttle.shares(),
                        requestsPerMinute,
                        maxAge,
                        linger,
                        requestLimit,
                        tryStoppedEvery));
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        component().gauges().watch(journal);
    }

    RedisJournalComponent component() {
        return (RedisJournalComponent) getComponent();
    }

    RedisConnection redis() {
        return component().getRedis();
    }

    public String getJournal() {
        return journal;
    }

    public int getBatchSize() {
        return batchSize;
    }

    public void setBatchSize(int batchSize) {
        this.batchSize = batchSize;
    }

    public long getTick() {
        return tick;
    }

    public void setTick(long tick) {
        this.tick = tick;
    }

    public String getLease() {
        return lease;
    }

    public void setLease(String lease) {
        this.lease = lease;
    }

    public String getOrderBy() {
        return orderBy;
    }

    public void setOrderBy(String orderBy) {
        this.orderBy = orderBy;
    }

    public Throttle getThrottle() {
        return throttle;
    }

    public void setThrottle(Throttle throttle) {
        this.throttle = throttle;
    }

    public String getRequestsPerMinute() {
        return requestsPerMinute;
    }

    public void setRequestsPerMinute(String requestsPerMinute) {
        this.requestsPerMinute = requestsPerMinute;
    }

    public int getMaxInFlight() {
        return maxInFlight;
    }

    public void setMaxInFlight(int maxInFlight) {
        this.maxInFlight = maxInFlight;
    }

    public String getRefusals() {
        return refusals;
    }

    public void setRefusals(String refusals) {
        this.refusals = refusals;
    }

    public String getEventsPerKey() {
        return eventsPerKey;
    }

    public void setEventsPerKey(String eventsPerKey) {
        this.eventsPerKey = eventsPerKey;
    }

    public long getMaxAge() {
        return maxAge;
    }

    public void setMaxAge(long maxAge) {
        this.maxAge = maxAge;
    }

    public long getLinger() {
        return linger;
    }

    public void setLinger(long linger) {
        this.linger = linger;
    }

    public long getRequestLimit() {
        return requestLimit;
    }

    public void setRequestLimit(long requestLimit) {
        this.requestLimit = requestLimit;
    }

    public long getTryStoppedEvery() {
        return tryStoppedEvery;
    }

    public void setTryStoppedEvery(long tryStoppedEvery) {
        this.tryStoppedEvery = tryStoppedEvery;
    }

    @ManagedAttribute(description = "Entries that wait, a few seconds old")
    public long getDepth() {
        return component().gauges().depth(journal);
    }

    @ManagedAttribute(description = "Age of the oldest entry in seconds")
    public double getOldestSeconds() {
        return component().gauges().oldestSeconds(journal);
    }

    @ManagedAttribute(description = "Partitions that this instance owns")
    public String getOwned() {
        return component().gauges().owned(journal);
    }
}

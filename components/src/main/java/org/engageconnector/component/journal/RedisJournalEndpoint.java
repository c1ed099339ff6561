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
import org.apache.camel.support.DefaultEndpoint;
import org.engageconnector.component.redis.RedisConnection;

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
        RedisJournalConsumer consumer = new RedisJournalConsumer(this, processor);
        configureConsumer(consumer);
        return consumer;
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

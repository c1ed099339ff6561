package org.engageconnector.component.journal;

import static org.engageconnector.component.journal.stream.EntryFields.text;

import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.StreamMessage;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.engageconnector.background.Worker;
import org.engageconnector.component.journal.lease.PartitionLeases;
import org.engageconnector.component.journal.stream.JournalBounds;
import org.engageconnector.component.journal.stream.Partition;
import org.engageconnector.component.journal.stream.TrueMemory;
import org.engageconnector.component.redis.RedisConnection;
import org.engageconnector.component.redis.RedisUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Depth, age and fill of journals, sampled every few seconds by a thread of its own so that a scrape never waits for Redis;
 * and the alarm when a journal is half full.
 */
final class JournalGauges implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JournalGauges.class);
    private static final long EVERY_MILLIS = 2_000;
    private static final double ALARM = 0.5;

    private record Sample(long depth, double oldestSeconds, double fill, long bytes) {

        static final Sample NONE = new Sample(0, 0, 0, 0);
    }

    private final RedisConnection redis;
    private final JournalBounds bounds;
    private final TrueMemory memory;
    private final MeterRegistry meters;
    private final Map<String, Sample> samples = new ConcurrentHashMap<>();
    private final Map<String, PartitionLeases> leases = new ConcurrentHashMap<>();
    private final Set<Partition> shown = ConcurrentHashMap.newKeySet();
    private Worker worker;

    JournalGauges(RedisConnection redis, MeterRegistry meters) {
        this.redis = redis;
        this.bounds = new JournalBounds(redis);
        this.memory = new TrueMemory(redis);
        this.meters = meters == null ? new SimpleMeterRegistry() : meters;
    }

    void start() {
        Gauge.builder("ex.redis.memory.used.ratio", redis, RedisConnection::memoryUsedRatio)
                .description("Part of Redis' memory limit in use, by anybody; 0 where there is no limit")
                .register(meters);
        worker = new Worker("journal-gauges", Duration.ofMillis(EVERY_MILLIS), this::look).start();
    }

    Counter duplicates() {
        return Counter.builder("ex.engage.events.duplicate")
                .description("Engage events that another instance, or this one before, had appended already")
                .register(meters);
    }

    void watch(String journal) {
        if (samples.putIfAbsent(journal, Sample.NONE) == null) {
            Gauge.builder("ex.journal.depth", () -> depth(journal))
                    .tag("journal", journal)
                    .register(meters);
            Gauge.builder("ex.journal.oldest.seconds", () -> oldestSeconds(journal))
                    .tag("journal", journal)
                    .register(meters);
            Gauge.builder("ex.journal.memory.bytes", () -> samples.get(journal).bytes())
                    .description("What the journal costs in Redis, as measured every 2 s")
                    .tag("journal", journal)
                    .register(meters);
            Gauge.builder("ex.journal.fill.ratio", () -> samples.get(journal).fill())
                    .description("Part of the journal's bound in use; intake pauses at 1")
                    .tag("journal", journal)
                    .register(meters);
        }
    }

    /** Whether a journal is one of this context's. */
    boolean watches(String journal) {
        return samples.containsKey(journal);
    }

    void watchLeases(String journal, PartitionLeases held) {
        leases.put(journal, held);
    }

    long depth(String journal) {
        return samples.getOrDefault(journal, Sample.NONE).depth();
    }

    double oldestSeconds(String journal) {
        return samples.getOrDefault(journal, Sample.NONE).oldestSeconds();
    }

    String owned(String journal) {
        PartitionLeases held = leases.get(journal);
        return held == null
                ? ""
                : held.held().stream().map(Partition::name).sorted().collect(Collectors.joining(","));
    }

    private void look() {
        samples.keySet().forEach(journal -> {
            try {
                sample(journal);
                redis.work().done(journal, "measuring of " + journal);
            } catch (RedisUnavailableException e) {
                LOG.debug("journal {} not measured: {}", journal, e.getMessage());
                redis.work().failed(journal, "measuring of " + journal, e.getMessage());
            }
        });
        leases.values().forEach(this::show);
    }

    private void show(PartitionLeases held) {
        for (Partition partition : held.known()) {
            if (shown.add(partition)) {
                Gauge.builder("ex.lease.held", () -> held.held().contains(partition) ? 1 : 0)
                        .tag("partition", partition.fullName())
                        .register(meters);
            }
        }
    }

    private void sample(String journal) {
        List<String> keys = new ArrayList<>();
        keys.add(redis.keys().journal(journal));
        redis.call(commands -> commands.smembers(redis.keys().partitions(journal)))
                .forEach(name -> keys.add(redis.keys().journal(new Partition(journal, text(name)).fullName())));
        long depth = 0;
        double oldest = 0;
        for (String key : keys) {
            depth += redis.call(commands -> commands.xlen(key));
            List<StreamMessage<String, byte[]>> first =
                    redis.call(commands -> commands.xrange(key, Range.unbounded(), Limit.from(1)));
            if (!first.isEmpty()) {
                String id = first.get(0).getId();
                long appended = Long.parseLong(id.substring(0, id.indexOf('-')));
                oldest = Math.max(oldest, (redis.time() - appended) / 1000.0);
            }
        }
        long bytes = memory.measure(journal, keys);
        double fill = bytes / (double) bounds.limit(journal);
        Sample before = samples.put(journal, new Sample(depth, oldest, fill, bytes));
        if (fill >= ALARM && before.fill() < ALARM) {
            LOG.warn("Journal {} is {} % full; intake pauses when it is full", journal, Math.round(fill * 100));
        }
    }

    @Override
    public void close() {
        if (worker != null) {
            worker.close();
        }
    }
}

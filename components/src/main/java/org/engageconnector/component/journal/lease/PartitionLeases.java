package org.engageconnector.component.journal.lease;

import static org.engageconnector.component.journal.stream.EntryFields.bytes;
import static org.engageconnector.component.journal.stream.EntryFields.text;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.engageconnector.background.Worker;
import org.engageconnector.component.journal.stream.Partition;
import org.engageconnector.component.redis.RedisConnection;
import org.engageconnector.component.redis.RedisUnavailableException;
import org.engageconnector.component.redis.Script;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The leases of one journal's partitions in this instance. They belong to the component, not to a route: a route that is
 * reloaded finds them again, and only after {@link #LINGER_NANOS} without a reader, or at the end, they are released.
 *
 * <p>One thread takes, renews and hands over; each reader runs on a thread of its own.
 */
public final class PartitionLeases implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PartitionLeases.class);
    private static final Script SPREAD = Script.beside(PartitionLeases.class, "spread.lua");
    private static final long LOOK_MILLIS = 250;
    private static final long LINGER_NANOS = 3_000_000_000L;
    private static final int LOOKS_UNTIL_LONG_FREE = 3;

    private final RedisConnection redis;
    private final String journal;
    private final Map<Partition, Lease> leases = new ConcurrentHashMap<>();
    private final Map<Partition, Integer> free = new HashMap<>();
    private final Worker worker;
    private volatile PartitionReaders readers;
    private volatile boolean closed;
    private boolean present = true;
    private long readerLeft = System.nanoTime();
    private long renewed = System.nanoTime();

    public PartitionLeases(RedisConnection redis, String journal) {
        this.redis = redis;
        this.journal = journal;
        this.worker = new Worker("leases-" + journal, Duration.ofMillis(LOOK_MILLIS), this::keep).start();
    }

    /** From now on this reads what is ours; there is one at a time. */
    public synchronized void attach(PartitionReaders newReaders) {
        if (readers != null) {
            throw new IllegalStateException("journal " + journal + " already has a consumer in this context");
        }
        readers = newReaders;
        read("");
    }

    /** The reader has stopped; its threads have ended. */
    public synchronized void detach(PartitionReaders gone, boolean forGood) {
        if (readers == gone) {
            readers = null;
            readerLeft = System.nanoTime();
        }
        if (forGood) {
            releaseAll();
        }
    }

    /** Partitions known, whoever holds them. */
    public Set<Partition> known() {
        return Set.copyOf(leases.keySet());
    }

    /** Partitions held now, for metrics. */
    public Set<Partition> held() {
        Set<Partition> held = new HashSet<>();
        leases.forEach((partition, lease) -> {
            if (lease.held()) {
                held.add(partition);
            }
        });
        return held;
    }

    private void keep() {
        try {
            look();
            redis.work().done(journal, "sharing out of " + journal);
        } catch (RedisUnavailableException e) {
            redis.work().failed(journal, "sharing out of " + journal, e.getMessage());
            LOG.debug("leases of {}: {}", journal, e.getMessage());
        }
    }

    private synchronized void look() {
        if (closed) {
            return;
        }
        if (readers == null) {
            if (System.nanoTime() - readerLeft > LINGER_NANOS) {
                releaseAll();
            } else {
                renewDue();
            }
            return;
        }
        renewDue();
        if (!redis.activity().active()) {
            handOver();
            return;
        }
        present = true;
        List<Partition> partitions = partitions();
        Spread spread = spread(partitions);
        for (Partition partition : partitions) {
            Lease lease =
                    leases.computeIfAbsent(partition, key -> new Lease(redis, key.fullName(), StandingLease.LIFETIME));
            if (spread.holders().containsKey(partition.fullName())) {
                free.remove(partition);
            } else if (spread.mayTake(free.merge(partition, 1, Integer::sum) > LOOKS_UNTIL_LONG_FREE) && lease.take()) {
                LOG.info("Partition {} taken, ownership {}", partition.fullName(), lease.ownership());
                spread.holders().put(partition.fullName(), redis.instance());
            }
        }
        read(spread.giveBack().orElse(""));
    }

    /** Finishes the step at hand of each partition and gives it away; then counts no more among those who read the journal. */
    private void handOver() {
        leases.forEach((partition, lease) -> {
            if (lease.held() && readers.end(partition)) {
                LOG.info("Partition {} given away: this instance is not active any more", partition.fullName());
                lease.release();
            }
        });
        if (present && held().isEmpty()) {
            redis.call(SPREAD, List.of(redis.keys().members(journal)), arguments(0));
            present = false;
        }
    }

    private void read(String unwanted) {
        leases.forEach((partition, lease) -> {
            if (!lease.held()) {
                return;
            }
            if (!partition.fullName().equals(unwanted)) {
                readers.begin(partition, lease);
            } else if (readers.end(partition)) {
                LOG.info("Partition {} handed over to another instance", unwanted);
                lease.release();
            }
        });
    }

    private void renewDue() {
        if (System.nanoTime() - renewed < StandingLease.RENEWAL.toNanos()) {
            return;
        }
        renewed = System.nanoTime();
        leases.values().stream().filter(Lease::held).forEach(Lease::renew);
    }

    private List<Partition> partitions() {
        Set<String> names = new TreeSet<>();
        redis.call(commands -> commands.smembers(redis.keys().partitions(journal)))
                .forEach(name -> names.add(text(name)));
        if (redis.call(commands -> commands.exists(redis.keys().journal(journal))) == 1) {
            names.add(journal);
        }
        leases.keySet().forEach(partition -> names.add(partition.name()));
        return names.stream().map(name -> new Partition(journal, name)).toList();
    }

    private Spread spread(List<Partition> partitions) {
        List<String> keys = new ArrayList<>();
        keys.add(redis.keys().members(journal));
        partitions.forEach(partition -> keys.add(redis.keys().lease(partition.fullName())));
        List<Object> answer = redis.call(SPREAD, keys, arguments(StandingLease.LIFETIME.toMillis()));
        Set<String> live = new HashSet<>();
        ((List<?>) answer.get(0)).forEach(name -> live.add(text((byte[]) name)));
        Map<String, String> holders = new HashMap<>();
        List<?> values = (List<?>) answer.get(1);
        for (int i = 0; i < partitions.size(); i++) {
            String value = text((byte[]) values.get(i));
            if (!value.isEmpty()) {
                holders.put(partitions.get(i).fullName(), value.substring(0, value.lastIndexOf(' ')));
            }
        }
        return new Spread(redis.instance(), live, holders);
    }

    private List<byte[]> arguments(long lifetime) {
        return List.of(bytes(redis.instance()), bytes(Long.toString(lifetime)));
    }

    private void releaseAll() {
        if (leases.values().stream().noneMatch(Lease::held)) {
            return;
        }
        leases.values().forEach(Lease::release);
        try {
            redis.call(SPREAD, List.of(redis.keys().members(journal)), arguments(0));
        } catch (RedisUnavailableException e) {
            LOG.debug("leases of {} expire by themselves: {}", journal, e.getMessage());
        }
    }

    @Override
    public void close() {
        closed = true;
        worker.close();
        synchronized (this) {
            releaseAll();
        }
    }
}

package org.engageconnector.component.journal.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import org.engageconnector.component.journal.lease.StandingLease;
import org.engageconnector.journal.Throttle;

/**
 * Delivers an outgoing journal: one exchange per request. While another instance holds the lease it only waits. Stopping it
 * lets the requests in flight be answered and settled first.
 *
 * <p>Threads: one dispatcher, one reader, a pool of at most {@code maxInFlight} senders.
 */
public final class DeliveryConsumer extends DefaultConsumer {

    private final OutgoingJournal journal;
    private final StandingLease lease;
    private final Throttle throttle;
    private final DeliveryOptions options;
    private final Runnable onStopped;
    private volatile Outbox outbox;
    private Dispatcher dispatcher;
    private volatile Reader reader;
    private ExecutorService pool;
    private ExecutorService threads;

    /** @param onStopped runs when it has stopped after a start: the last request is answered and recorded */
    public DeliveryConsumer(
            Endpoint endpoint,
            Processor route,
            OutgoingJournal journal,
            StandingLease lease,
            Throttle throttle,
            DeliveryOptions options,
            Runnable onStopped) {
        super(endpoint, route);
        this.journal = journal;
        this.lease = lease;
        this.throttle = throttle;
        this.options = options;
        this.onStopped = onStopped;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        throttle.ceiling(options.requestsPerMinute());
        outbox = new Outbox(journal, options);
        MeterRegistry registry = getEndpoint().getCamelContext().getRegistry().findSingleByType(MeterRegistry.class);
        Settlement settlement = new Settlement(outbox, new FailureMeters(registry));
        Sender sender = new Sender(outbox, lease, throttle, new Route(), settlement);
        pool = getEndpoint()
                .getCamelContext()
                .getExecutorServiceManager()
                .newFixedThreadPool(this, "deliver-" + journal.name(), options.maxInFlight());
        threads = getEndpoint()
                .getCamelContext()
                .getExecutorServiceManager()
                .newFixedThreadPool(this, "deliver-" + journal.name() + "-desk", 2);
        Upkeep upkeep = new Upkeep(outbox, throttle, new Mover(outbox));
        dispatcher = new Dispatcher(outbox, lease, throttle, sender, pool, upkeep);
        reader = new Reader(outbox);
        threads.execute(dispatcher);
        threads.execute(reader);
    }

    /** Redis is there again: it may have forgotten what was deleted. */
    public void readAgain() {
        Reader now = reader;
        if (now != null) {
            now.readAgain();
        }
    }

    /** The lease came or went. */
    public void wake() {
        Outbox now = outbox;
        if (now != null) {
            now.locked(now::signal);
        }
    }

    @Override
    protected void doStop() throws Exception {
        if (dispatcher != null) {
            dispatcher.stop();
            reader.stop();
            pool.shutdown();
            // a request takes at most its limit; its confirmation a moment more
            pool.awaitTermination(options.requestLimit().toMillis() + 2_000, TimeUnit.MILLISECONDS);
            threads.shutdownNow();
            threads.awaitTermination(2, TimeUnit.SECONDS);
            onStopped.run();
        }
        super.doStop();
    }

    /** Whether no request is under way and no answer waits to be recorded. */
    boolean idle() {
        Outbox now = outbox;
        return now == null || now.locked(() -> now.requests == 0);
    }

    /** Why a path is stopped, by its name; empty when all work. */
    public Map<String, String> stoppedPaths() {
        Map<String, String> stopped = new LinkedHashMap<>();
        Outbox now = outbox;
        if (now != null) {
            now.locked(() -> now.paths.values().stream()
                    .filter(PathState::isStopped)
                    .forEach(path -> stopped.put(path.path.label(), path.stoppedBecause())));
        }
        return stopped;
    }

    /** What this consumer is doing, for {@code status}. */
    public Map<String, Object> status() {
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("journal", journal.name());
        status.put("owner", lease.held());
        Outbox now = outbox;
        if (now != null) {
            now.locked(() -> {
                status.put("waiting", now.backlog.size());
                status.put("parkedKeys", now.backlog.parkedKeys());
                status.put("requestsInFlight", now.requests);
            });
        }
        status.put("unreadableRecords", journal.unreadableRecords());
        status.put("stopped", stoppedPaths());
        return status;
    }

    private final class Route implements Sender.Route {

        @Override
        public Exchange newExchange() {
            Exchange exchange = createExchange(false);
            exchange.setPattern(ExchangePattern.InOnly);
            return exchange;
        }

        @Override
        public void run(Exchange exchange) throws Exception {
            try {
                getProcessor().process(exchange);
            } finally {
                releaseExchange(exchange, false);
            }
        }
    }
}

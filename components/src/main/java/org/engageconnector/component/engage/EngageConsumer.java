package org.engageconnector.component.engage;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands over what the links of an endpoint accept: each link on a thread of its own, one exchange at a time, the body a list
 * in the order of arrival. The exchange is processed on that thread; when it fails the same list comes again.
 *
 * <p>When its route is stopped or reloaded the links stay for the linger time; when the context stops they are closed, and
 * what they accepted is handed over first, within the stop limit.
 *
 * @param <T> what is handed over
 */
public final class EngageConsumer<T> extends DefaultConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(EngageConsumer.class);
    private static final long INTERRUPT_LIMIT_MILLIS = 1_000;
    private static final long CLOSE_LIMIT_MILLIS = 2_000;

    private final Supplier<Plan<T>> planned;
    private final List<Drain<T>> drains = new ArrayList<>();
    private Plan<T> plan;
    private ExecutorService threads;

    /**
     * What a consumer runs.
     *
     * @param names of its links
     * @param acquire gives a link by name, started
     * @param describe sets the headers of an exchange from its body
     */
    public record Plan<T>(
            Links<T> links,
            List<String> names,
            Function<String, EngageLink<T>> acquire,
            BiConsumer<Exchange, List<T>> describe,
            int batchSize,
            long lingerMillis,
            long stopMillis) {}

    /** @param planned asked at each start, when the component has been started too */
    public EngageConsumer(Endpoint endpoint, Processor processor, Supplier<Plan<T>> planned) {
        super(endpoint, processor);
        this.planned = planned;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        plan = planned.get();
        threads = getEndpoint()
                .getCamelContext()
                .getExecutorServiceManager()
                .newFixedThreadPool(
                        this,
                        "engage-" + getEndpoint().getEndpointBaseUri(),
                        plan.names().size());
        try {
            for (String name : plan.names()) {
                EngageLink<T> link = plan.acquire().apply(name);
                drains.add(new Drain<>(name, link.intake(), plan.batchSize(), this::process));
            }
        } catch (RuntimeException e) {
            // Camel does not stop what did not start
            drains.clear();
            plan.names().forEach(plan.links()::close);
            threads.shutdown();
            throw e;
        }
        drains.forEach(threads::execute);
    }

    @Override
    protected void doStop() throws Exception {
        if (plan == null) {
            // never started, for example in a context that only checks routes
            super.doStop();
            return;
        }
        boolean forGood = getEndpoint().getCamelContext().isStopping();
        if (forGood) {
            // closed first, so that the end of each session is among what is handed over
            awaitClosed();
        }
        drains.forEach(drain -> drain.stop(forGood));
        boolean all = true;
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(plan.stopMillis());
        for (Drain<T> drain : drains) {
            all &= drain.await(Math.max(0, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
        }
        drains.clear();
        if (!all) {
            LOG.warn("{}: not everything could be handed over within {} ms", getEndpoint(), plan.stopMillis());
        }
        getEndpoint().getCamelContext().getExecutorServiceManager().shutdownGraceful(threads, INTERRUPT_LIMIT_MILLIS);
        if (!forGood) {
            plan.names().forEach(name -> plan.links().release(name, plan.lingerMillis()));
        }
        super.doStop();
    }

    private void awaitClosed() throws InterruptedException {
        CompletableFuture<?>[] closing =
                plan.names().stream().map(plan.links()::close).toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(closing).get(CLOSE_LIMIT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("{}: not every connection was closed in time: {}", getEndpoint(), e.toString());
        }
    }

    private void process(List<T> batch) throws Exception {
        Exchange exchange = createExchange(false);
        try {
            exchange.getMessage().setBody(batch);
            plan.describe().accept(exchange, batch);
            getProcessor().process(exchange);
            if (exchange.getException() != null) {
                throw exchange.getException();
            }
            if (exchange.isRollbackOnly()) {
                throw new IllegalStateException("the route rolled back");
            }
        } finally {
            releaseExchange(exchange, false);
        }
    }
}

package org.engageconnector.benchmarks.delivery;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.processor.aggregate.GroupedBodyAggregationStrategy;

/**
 * The off-the-shelf partner: Camel's Aggregate EIP makes batches of 100, its Throttle EIP lets 300 requests a minute through, a
 * refused request is redelivered by Camel's error handler. In memory, without order per conversation.
 */
final class ThrottleAndAggregate implements BacklogSender {

    private static final int QUOTA = 300;
    private static final int BATCH = 100;
    private static final int THREADS = 8;
    private static final long MINUTE_MILLIS = 60_000;
    private static final String EVENTS = "direct:events";

    private final CamelContext camel = new DefaultCamelContext();
    private final String url;
    private final ThreadPoolExecutor senders = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(THREADS),
            new ThreadPoolExecutor.CallerRunsPolicy());
    private Thread feeder;
    private volatile boolean closed;

    ThrottleAndAggregate(String url) {
        this.url = url;
    }

    @Override
    public void start() throws Exception {
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(defaultErrorHandler()
                        .maximumRedeliveries(-1)
                        .redeliveryDelay(1_000)
                        .logStackTrace(false)
                        .logRetryAttempted(false));
                from(EVENTS)
                        .aggregate(constant("all"), new GroupedBodyAggregationStrategy())
                        .completionSize(BATCH)
                        .completionTimeout(1_000)
                        .executorService(senders)
                        .throttle(QUOTA)
                        .timePeriodMillis(MINUTE_MILLIS)
                        .process(exchange -> {
                            List<?> events = exchange.getMessage().getBody(List.class);
                            exchange.getMessage().removeHeaders("*");
                            exchange.getMessage()
                                    .setBody(DrainEvents.request(
                                            events.stream().map(String::valueOf).toList()));
                        })
                        .to(url + "/api/v2/events/conversations");
            }
        });
        camel.start();
        feeder = new Thread(this::feed, "throttle-and-aggregate-backlog");
        feeder.setDaemon(true);
        feeder.start();
    }

    /** Held up by the pool when that is busy: its caller sends too. */
    private void feed() {
        ProducerTemplate template = camel.createProducerTemplate();
        for (long number = 0; !closed; number++) {
            template.sendBody(EVENTS, DrainEvents.json(number));
        }
    }

    @Override
    public void close() {
        closed = true;
        senders.shutdownNow();
        camel.getShutdownStrategy().setTimeout(1);
        camel.stop();
    }
}

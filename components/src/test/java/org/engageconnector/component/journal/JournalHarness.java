package org.engageconnector.component.journal;

import io.lettuce.core.Range;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.ModelCamelContext;
import org.engageconnector.component.journal.stream.EntryFields;
import org.engageconnector.component.redis.RedisConnection;
import org.engageconnector.journal.JournalEntry;
import org.engageconnector.journal.NewEntry;
import org.engageconnector.journal.Step;

/** One instance: a Camel context with a route that hands engage-events on to conversation-events, one for one. */
public final class JournalHarness implements AutoCloseable {

    /** What a step may do instead of just handing on; throws to fail. */
    interface Rule {
        void handle(Step step) throws Exception;
    }

    final RedisConnection redis;
    final CamelContext context = new DefaultCamelContext();
    final List<String> committed = new CopyOnWriteArrayList<>();
    volatile Rule rule = step -> {};

    JournalHarness(RedisConnection redis) throws Exception {
        this(redis, "redis-journal:engage-events?batchSize=50&tick=50");
    }

    JournalHarness(RedisConnection redis, String from) throws Exception {
        this.redis = redis;
        context.getRegistry().bind("redis", redis);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(from).routeId("engine").process(exchange -> {
                    Step step = exchange.getProperty(Step.PROPERTY, Step.class);
                    rule.handle(step);
                    step.entries().forEach(entry -> {
                        String body = new String(entry.body(), StandardCharsets.UTF_8);
                        step.append(
                                "conversation-events", new NewEntry("c", "k", Map.of("eventId", body), entry.body()));
                        step.onCommit(() -> committed.add(body));
                    });
                });
                from("direct:agent").routeId("agent").to("redis-journal:agent-state-events?lease=agent-states");
                from("direct:in").routeId("intake").to("redis-journal:engage-events");
            }
        });
    }

    JournalHarness start() {
        context.start();
        return this;
    }

    /** Starts without the consumer, so that what is appended can be looked at. */
    JournalHarness startIntakeOnly() throws Exception {
        ((ModelCamelContext) context).getRouteDefinition("engine").autoStartup(false);
        context.start();
        return this;
    }

    void sendAgentState(String user) {
        context.createFluentProducerTemplate()
                .withProcessor(exchange -> {
                    exchange.setProperty("EngageStates", Map.of(user, user.getBytes(StandardCharsets.UTF_8)));
                    exchange.getIn()
                            .setBody(new NewEntry(
                                    user, "userPresenceEvents", Map.of(), user.getBytes(StandardCharsets.UTF_8)));
                })
                .to("direct:agent")
                .request();
    }

    void send(Object frames) {
        context.createFluentProducerTemplate().withBody(frames).to("direct:in").request();
    }

    /** Makes Redis believe that a journal holds so many bytes. */
    static void pretendSize(RedisConnection redis, String journal, long bytes) {
        redis.call(commands -> commands.hset(
                redis.keys().bytes(), journal, Long.toString(bytes).getBytes(StandardCharsets.UTF_8)));
    }

    /** Bodies of a journal, oldest first. */
    public static List<String> bodies(RedisConnection redis, String name) {
        return entries(redis, name).stream()
                .map(entry -> EntryFields.text(entry.body()))
                .toList();
    }

    static List<JournalEntry> entries(RedisConnection redis, String name) {
        return redis.call(commands -> commands.xrange(redis.keys().journal(name), Range.unbounded())).stream()
                .map(message -> EntryFields.entry(message.getId(), message.getBody()))
                .toList();
    }

    @Override
    public void close() {
        context.stop();
        redis.close();
    }
}

package org.engageconnector.component.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.CamelContext;
import org.apache.camel.ServiceStatus;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.Model;
import org.engageconnector.component.redis.RedisConnection;
import org.engageconnector.component.redis.TestRedis;
import org.junit.jupiter.api.Test;

/** A route that reads a journal and is started later than its context, as one that waits for a lease is. */
class RouteStartIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    @Test
    void starts_while_another_thread_adds_routes() throws Exception {
        try (TestRedis server = TestRedis.with();
                RedisConnection redis = server.connect("a");
                CamelContext context = waiting(redis, "log:a")) {
            // whoever adds a route holds this lock and then wants the one that whoever starts a route holds
            Object model = context.getCamelContextExtension().getContextPlugin(Model.class);
            synchronized (model) {
                CompletableFuture<Void> started = CompletableFuture.runAsync(() -> start(context));

                assertThat(started).succeedsWithin(SOON);
            }
            assertThat(context.getRouteController().getRouteStatus("engine")).isEqualTo(ServiceStatus.Started);
        }
    }

    @Test
    void is_refused_when_it_would_carry_a_step_to_another_thread() throws Exception {
        try (TestRedis server = TestRedis.with();
                RedisConnection redis = server.connect("a");
                CamelContext context = waiting(redis, "seda:elsewhere")) {
            assertThatThrownBy(() -> start(context)).hasStackTraceContaining("leaves the thread of the partition");
        }
    }

    private static void start(CamelContext context) {
        try {
            context.getRouteController().startRoute("engine");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static CamelContext waiting(RedisConnection redis, String to) throws Exception {
        CamelContext context = new DefaultCamelContext();
        context.getRegistry().bind("redis", redis);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("redis-journal:engage-events")
                        .routeId("engine")
                        .autoStartup(false)
                        .to(to);
            }
        });
        context.start();
        return context;
    }
}

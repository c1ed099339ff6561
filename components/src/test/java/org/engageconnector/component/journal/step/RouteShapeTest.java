package org.engageconnector.component.journal.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Function;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.RouteDefinition;
import org.junit.jupiter.api.Test;

/** A route that would carry a step to another thread does not start. */
class RouteShapeTest {

    @Test
    void stepsInOneThreadAreFine() throws Exception {
        check(route -> route.to("log:a")
                .split(org.apache.camel.builder.Builder.body())
                .to("log:b")
                .end()
                .to("direct:c"));
    }

    @Test
    void parallelSplitSedaWireTapAndThreadsAreRefused() {
        assertRefused(
                route -> route.split(org.apache.camel.builder.Builder.body())
                        .parallelProcessing()
                        .to("log:a")
                        .end(),
                "parallel split");
        assertRefused(route -> route.to("seda:a"), "seda");
        assertRefused(route -> route.wireTap("log:a"), "wireTap");
        assertRefused(route -> route.threads().to("log:a"), "threads");
        assertRefused(
                route -> route.multicast().parallelProcessing().to("log:a").end(), "parallel multicast");
        assertRefused(
                route -> route.choice()
                        .when(org.apache.camel.builder.Builder.body().isNotNull())
                        .to("seda:x")
                        .end(),
                "seda");
    }

    private static void assertRefused(Function<RouteDefinition, ProcessorDefinition<?>> steps, String what) {
        assertThatThrownBy(() -> check(steps))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("engine")
                .hasMessageContaining(what);
    }

    private static void check(Function<RouteDefinition, ProcessorDefinition<?>> steps) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    steps.apply(from("direct:start").routeId("engine"));
                    from("direct:c").to("log:c");
                }
            });
            context.start();
            assertThat(context.getRoute("engine")).isNotNull();
            RouteShape.check(context.getRouteDefinition("engine"));
        }
    }
}

package org.engageconnector.component.tserver;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;
import org.engageconnector.message.ReceivedFrame;
import org.engageconnector.message.TServerMessage;

/** A context with one route that takes what {@code tserver:} hands over. */
final class Listening implements AutoCloseable {

    final DefaultCamelContext context = new DefaultCamelContext();
    final List<ReceivedFrame> taken = new CopyOnWriteArrayList<>();
    volatile boolean refuse;

    /** @param options the query of the endpoint's URI */
    Listening start(String options) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("tserver:SIP_A?instance=one&" + options).routeId("in").process(exchange -> {
                    if (refuse) {
                        throw new IllegalStateException("the journal is away");
                    }
                    ((List<?>) exchange.getMessage().getBody()).forEach(each -> taken.add((ReceivedFrame) each));
                });
            }
        });
        context.start();
        return this;
    }

    TServerEndpoint endpoint() {
        return (TServerEndpoint) context.getRoute("in").getEndpoint();
    }

    List<String> words() {
        return taken.stream()
                .map(entry -> entry.control() != null
                        ? entry.control()
                        : TServerMessage.name(entry.message().number()))
                .toList();
    }

    void await(String word) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> words().contains(word));
    }

    @Override
    public void close() {
        context.stop();
    }
}

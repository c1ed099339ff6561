package org.engageconnector.benchmarks.intake;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.engageconnector.component.redis.RedisConnection;
import org.engageconnector.component.redis.RedisSettings;

/** The connector's own way: sockets, {@code tserver:}, {@code redis-journal:}, confirmed. */
final class JournalIntakeRun {

    private static final int CONNECTIONS = 2;
    private static final long LIMIT_SECONDS = 300;

    private JournalIntakeRun() {}

    /** Frames a second from the sockets to confirmed; {@code tenant} keeps runs apart. */
    static double perSecond(String url, String tenant, int frames) throws Exception {
        int each = frames / CONNECTIONS;
        CountDownLatch confirmed = new CountDownLatch(each * CONNECTIONS);
        try (FloodServer server = new FloodServer(CONNECTIONS, each);
                RedisConnection redis = new RedisConnection(RedisSettings.of(url, tenant, "benchmark"));
                DefaultCamelContext context = new DefaultCamelContext()) {
            context.getRegistry().bind("redis", redis);
            context.getRegistry().bind("directory", new OneDn());
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("tserver:SIP_1?directory=#directory&instance=benchmark&family=extension,call&primary="
                                    + server.address())
                            .to("redis-journal:engage-events")
                            .process(exchange -> {
                                for (Object ignored : exchange.getIn().getBody(List.class)) {
                                    confirmed.countDown();
                                }
                            });
                }
            });
            context.start();
            if (!server.ready().await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the sessions were not opened in time");
            }
            long before = confirmed.getCount();
            long start = System.nanoTime();
            server.go();
            if (!confirmed.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException(confirmed.getCount() + " frames were not confirmed in time");
            }
            return before / ((System.nanoTime() - start) / 1e9);
        }
    }
}

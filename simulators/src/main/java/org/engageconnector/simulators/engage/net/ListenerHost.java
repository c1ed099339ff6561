package org.engageconnector.simulators.engage.net;

import io.netty.channel.EventLoopGroup;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.component.netty.NettyServerBossPoolBuilder;
import org.apache.camel.component.netty.NettyWorkerPoolBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** The Camel context of simulated servers, with the few threads that all their listeners share. Thread-safe. */
public final class ListenerHost implements AutoCloseable {

    static final String BOSS = "simulatorBoss";
    static final String WORKERS = "simulatorWorkers";

    private static final int WORKER_THREADS = 2;
    private static final long STOP_MILLIS = 2_000;

    private final Charset encoding;
    private final CamelContext camel = new DefaultCamelContext();
    private final EventLoopGroup boss = new NettyServerBossPoolBuilder()
            .withBossCount(1)
            .withName("SimulatorBoss")
            .build();
    private final EventLoopGroup workers = new NettyWorkerPoolBuilder()
            .withWorkerCount(WORKER_THREADS)
            .withName("Simulator")
            .build();

    /** Servers whose text is UTF-8. */
    public ListenerHost(String name) {
        this(name, StandardCharsets.UTF_8);
    }

    /**
     * @param name of the context, as JMX and logs have it
     * @param encoding in which the servers write their text
     */
    public ListenerHost(String name, Charset encoding) {
        this.encoding = encoding;
        camel.getCamelContextExtension().setName(name);
        camel.getRegistry().bind(BOSS, boss);
        camel.getRegistry().bind(WORKERS, workers);
    }

    /** Starts the listeners made so far; later ones start when they are made. */
    public void start() {
        camel.start();
    }

    /** Stops all listeners and their threads. */
    @Override
    public void close() {
        camel.stop();
        boss.shutdownGracefully(0, STOP_MILLIS, TimeUnit.MILLISECONDS);
        workers.shutdownGracefully(0, STOP_MILLIS, TimeUnit.MILLISECONDS);
    }

    Charset encoding() {
        return encoding;
    }

    CamelContext camel() {
        return camel;
    }
}

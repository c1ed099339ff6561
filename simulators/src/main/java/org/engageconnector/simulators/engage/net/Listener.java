package org.engageconnector.simulators.engage.net;

import io.netty.channel.ChannelHandlerContext;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.netty.NettyConstants;
import org.engageconnector.message.tkv.TkvFrame;
import org.engageconnector.simulators.FreePort;

/**
 * A listening server as a Camel route {@code netty:tcp -> handler}, on loopback. Its methods may be called by any thread.
 *
 * <p>Stopping and starting keeps the port, so that a client finds a restarted server where it was.
 */
public final class Listener {

    private final CamelContext camel;
    private final String name;
    private final int port;
    private final ListenerFaults faults = new ListenerFaults();
    private final Set<ClientConnection> connections = ConcurrentHashMap.newKeySet();

    /**
     * Adds the route; it starts with the host.
     *
     * @param name also the id of the route
     * @param port 0 for any free port
     */
    public Listener(ListenerHost host, String name, int port, ConnectionHandler handler) {
        this.camel = host.camel();
        this.name = name;
        this.port = port == 0 ? FreePort.find() : port;
        camel.getRegistry().bind(name, new ListenerInitializer(handler, faults, host.encoding(), connections, null));
        try {
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("netty:tcp://127.0.0.1:" + Listener.this.port + "?sync=false&usingExecutorService=false"
                                    + "&serverInitializerFactory=#" + name
                                    + "&bossGroup=#" + ListenerHost.BOSS + "&workerGroup=#" + ListenerHost.WORKERS)
                            .routeId(name)
                            .description("Clients of the simulated " + name)
                            .process(exchange -> {
                                ChannelHandlerContext context = exchange.getMessage()
                                        .getHeader(
                                                NettyConstants.NETTY_CHANNEL_HANDLER_CONTEXT,
                                                ChannelHandlerContext.class);
                                handler.received(
                                        context.channel()
                                                .attr(ListenerInitializer.CONNECTION)
                                                .get(),
                                        exchange.getMessage()
                                                .getBody(TkvFrame.class)
                                                .message());
                            });
                }
            });
        } catch (Exception e) {
            throw new IllegalStateException("The simulated " + name + " cannot listen on port " + this.port, e);
        }
    }

    public String name() {
        return name;
    }

    /** {@code host:port} as the connector's settings want it. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    /** How many clients are connected. */
    public int clients() {
        return connections.size();
    }

    /** Closes every connection; clients may come back at once. */
    public void dropConnections() {
        connections.forEach(ClientConnection::close);
    }

    /** Closes every connection with a reset. */
    public void resetConnections() {
        connections.forEach(ClientConnection::reset);
    }

    /** Sends the first bytes of a frame to every client, then closes. */
    public void breakOffConnections(byte[] begin) {
        connections.forEach(c -> c.breakOff(begin));
    }

    /** Sends nothing any more, no answers and no events, or goes on; what was not sent meanwhile is lost. */
    public void silent(boolean on) {
        faults.silent(on);
    }

    /** Stops or goes on reading, for connections that are open and those to come. */
    public void reading(boolean on) {
        faults.reading(on);
        connections.forEach(c -> c.reading(on));
    }

    /** Everything sent from now on leaves this much later, in milliseconds; 0 ends it. */
    public void delay(long millis) {
        faults.delayMillis(millis);
    }

    /** Sends bytes that are no frame to every client. */
    public void sendBytes(byte[] bytes) {
        connections.forEach(c -> c.sendBytes(bytes));
    }

    /** Stops listening and closes every connection. */
    public void stop() {
        try {
            camel.getRouteController().stopRoute(name);
        } catch (Exception e) {
            throw new IllegalStateException("The simulated " + name + " did not stop", e);
        }
        dropConnections();
    }

    /** Listens again, on the same port. */
    public void start() {
        try {
            camel.getRouteController().startRoute(name);
        } catch (Exception e) {
            throw new IllegalStateException("The simulated " + name + " did not start again", e);
        }
    }
}

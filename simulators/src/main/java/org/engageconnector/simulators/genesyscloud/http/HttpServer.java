package org.engageconnector.simulators.genesyscloud.http;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * A small HTTP/1.1 server on loopback. Bodies are bounded by {@link #MAX_BODY}, connections by {@link #MAX_CONNECTIONS}; a
 * connection without traffic for five minutes is closed. Requests are answered on two event loop threads.
 */
public final class HttpServer implements AutoCloseable {

    /** Bytes of a request body that are read at all; the platform's own limit is far below. */
    static final int MAX_BODY = 2 * 1024 * 1024;

    /** Connections open at once; a further one is closed. */
    static final int MAX_CONNECTIONS = 512;

    private static final long ANSWER_FIRST_MILLIS = 50;

    private final EventLoopGroup loops = new NioEventLoopGroup(2, new DefaultThreadFactory("genesys-cloud-sim", true));
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final ServerBootstrap server;
    private final int port;
    private volatile Channel listener;

    /**
     * Listens.
     *
     * @param port 0 for any free one
     * @param clock milliseconds since 1970
     */
    public HttpServer(int port, Function<Request, Answer> application, LongSupplier clock) {
        server = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel connection) {
                        if (connections.size() >= MAX_CONNECTIONS) {
                            connection.close();
                            return;
                        }
                        connections.add(connection);
                        connection
                                .pipeline()
                                .addLast(new IdleStateHandler(0, 0, 5, TimeUnit.MINUTES))
                                .addLast(new HttpServerCodec())
                                .addLast(new BoundedBody(MAX_BODY))
                                .addLast(new RequestHandler(application, clock));
                    }
                });
        listener = listen(port).syncUninterruptibly().channel();
        this.port = ((InetSocketAddress) listener.localAddress()).getPort();
    }

    /** The port it listens on. */
    public int port() {
        return port;
    }

    /**
     * Is away for a while: connections are refused and open ones closed; then it listens on the same port again. A moment is
     * left for the answer to whoever asked.
     */
    public void outage(long millis) {
        loops.next()
                .schedule(
                        () -> {
                            listener.close();
                            connections.close();
                            loops.next().schedule(this::listenAgain, millis, TimeUnit.MILLISECONDS);
                        },
                        ANSWER_FIRST_MILLIS,
                        TimeUnit.MILLISECONDS);
    }

    private void listenAgain() {
        listen(port).addListener((ChannelFutureListener) bound -> {
            if (bound.isSuccess()) {
                listener = bound.channel();
            } else if (!loops.isShuttingDown()) {
                loops.next().schedule(this::listenAgain, ANSWER_FIRST_MILLIS, TimeUnit.MILLISECONDS);
            }
        });
    }

    private ChannelFuture listen(int onPort) {
        return server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), onPort));
    }

    /** Closes every open connection, in a moment so that whoever asked gets an answer; new ones are accepted. */
    public void dropConnections() {
        loops.next().schedule(() -> connections.close(), ANSWER_FIRST_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        listener.close().awaitUninterruptibly(2, TimeUnit.SECONDS);
        connections.close().awaitUninterruptibly(2, TimeUnit.SECONDS);
        loops.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(3, TimeUnit.SECONDS);
    }
}

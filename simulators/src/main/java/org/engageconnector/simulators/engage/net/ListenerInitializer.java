package org.engageconnector.simulators.engage.net;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.util.AttributeKey;
import java.nio.charset.Charset;
import java.util.Set;
import org.apache.camel.component.netty.NettyConsumer;
import org.apache.camel.component.netty.ServerInitializerFactory;
import org.apache.camel.component.netty.handlers.ServerChannelHandler;
import org.engageconnector.message.tkv.Tkv;
import org.engageconnector.message.tkv.TkvDecoder;
import org.engageconnector.message.tkv.TkvEncoder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets up each accepted connection: codec, who is connected, and Camel's own handler that feeds the route. */
final class ListenerInitializer extends ServerInitializerFactory {

    static final AttributeKey<ClientConnection> CONNECTION =
            AttributeKey.valueOf(ListenerInitializer.class, "connection");

    private static final Logger LOG = LoggerFactory.getLogger(ListenerInitializer.class);

    private final ConnectionHandler handler;
    private final ListenerFaults faults;
    private final Charset encoding;
    private final Set<ClientConnection> connections;
    private final NettyConsumer consumer;

    ListenerInitializer(
            ConnectionHandler handler,
            ListenerFaults faults,
            Charset encoding,
            Set<ClientConnection> connections,
            NettyConsumer consumer) {
        this.handler = handler;
        this.faults = faults;
        this.encoding = encoding;
        this.connections = connections;
        this.consumer = consumer;
    }

    @Override
    public ServerInitializerFactory createPipelineFactory(NettyConsumer nettyConsumer) {
        return new ListenerInitializer(handler, faults, encoding, connections, nettyConsumer);
    }

    @Override
    protected void initChannel(Channel channel) {
        int limit = ClientConnection.MAX_WAITING_BYTES;
        channel.config().setWriteBufferWaterMark(new WriteBufferWaterMark(limit / 2, limit));
        ChannelPipeline pipeline = channel.pipeline();
        pipeline.addLast("decoder", new TkvDecoder(Tkv.DEFAULT_MAX_FRAME_BYTES, encoding, texts -> {}));
        pipeline.addLast("encoder", new TkvEncoder(encoding));
        pipeline.addLast("clients", new Clients(new ClientConnection(channel, faults)));
        pipeline.addLast("route", new ServerChannelHandler(consumer));
    }

    /** Keeps the set of open connections and closes one that breaks the framing. */
    private final class Clients extends ChannelInboundHandlerAdapter {
        private final ClientConnection connection;

        Clients(ClientConnection connection) {
            this.connection = connection;
        }

        @Override
        public void channelActive(ChannelHandlerContext context) throws Exception {
            context.channel().attr(CONNECTION).set(connection);
            connections.add(connection);
            connection.reading(faults.reading());
            handler.opened(connection);
            super.channelActive(context);
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) throws Exception {
            connections.remove(connection);
            handler.closed(connection);
            super.channelInactive(context);
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            LOG.info("Client {} closed: {}", connection, cause.getMessage());
            context.close();
        }
    }
}

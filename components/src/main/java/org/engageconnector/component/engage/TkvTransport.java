package org.engageconnector.component.engage;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetSocketAddress;
import java.util.concurrent.Executor;
import org.engageconnector.transport.EngageTransport;
import org.engageconnector.transport.Member;

/**
 * The open framing over TCP, with TLS when it is given. Made for one session and its event loop: every channel runs there.
 *
 * <p>A connection is plain Netty and not camel-netty's client mode, which can fail to reconnect and wait on an event loop
 * (CAMEL-26574).
 */
public final class TkvTransport implements EngageTransport {

    private final EventLoop loop;
    private final NameLookup names;
    private final Framing framing;
    private final ClientTls tls;

    /**
     * @param lookups threads that may wait for a name server
     * @param tls {@code null} for plain TCP
     */
    TkvTransport(EventLoop loop, Executor lookups, Framing framing, ClientTls tls) {
        this.loop = loop;
        this.names = new NameLookup(lookups);
        this.framing = framing;
        this.tls = tls;
    }

    @Override
    public Connection connect(Member member, Listener listener) {
        TkvPipeline pipeline = new TkvPipeline(member, framing, tls, listener);
        ChannelFuture connecting = new Bootstrap()
                .group(loop)
                .resolver(names)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.SO_KEEPALIVE, true)
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        pipeline.install(channel);
                    }
                })
                // unresolved on purpose: the name is looked up anew for each connection
                .connect(InetSocketAddress.createUnresolved(member.host(), member.port()));
        return pipeline.connection(connecting);
    }
}

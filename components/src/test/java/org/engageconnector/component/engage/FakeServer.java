package org.engageconnector.component.engage;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.ssl.SslContext;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.engageconnector.message.Message;
import org.engageconnector.message.tkv.TkvDecoder;
import org.engageconnector.message.tkv.TkvEncoder;
import org.engageconnector.message.tkv.TkvFrame;

/** A server on a real loopback socket; a rule of the test answers each message. Never used by more than one test at a time. */
public final class FakeServer implements AutoCloseable {

    private final NioEventLoopGroup loops = new NioEventLoopGroup(1);
    private final Set<Channel> channels = ConcurrentHashMap.newKeySet();
    private final List<Message> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger accepted = new AtomicInteger();
    private final BiConsumer<Channel, Message> rule;
    private final Channel listening;

    public FakeServer(BiConsumer<Channel, Message> rule) {
        this(rule, null);
    }

    public FakeServer(BiConsumer<Channel, Message> rule, SslContext tls) {
        this.rule = rule;
        this.listening = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        if (tls != null) {
                            channel.pipeline().addLast(tls.newHandler(channel.alloc()));
                        }
                        channel.pipeline().addLast(new TkvDecoder(), new TkvEncoder(), new Serve());
                    }
                })
                .bind(InetAddress.getLoopbackAddress(), 0)
                .syncUninterruptibly()
                .channel();
    }

    public String address() {
        return "localhost:" + ((InetSocketAddress) listening.localAddress()).getPort();
    }

    public List<Message> requests() {
        return requests;
    }

    /** How many connections were ever accepted. */
    public int accepted() {
        return accepted.get();
    }

    /** How many connections are open. */
    public int open() {
        return channels.size();
    }

    /** Sends to every open connection. */
    public void say(Message message) {
        channels.forEach(channel -> channel.writeAndFlush(message));
    }

    /** Sends bytes as they are to every open connection. */
    public void sayBytes(byte[] bytes) {
        channels.forEach(channel -> channel.writeAndFlush(Unpooled.copiedBuffer(bytes)));
    }

    /** Cuts every open connection. */
    public void cut() {
        channels.forEach(Channel::close);
    }

    @Override
    public void close() {
        cut();
        listening.close().syncUninterruptibly();
        loops.shutdownGracefully(0, 1, java.util.concurrent.TimeUnit.SECONDS).syncUninterruptibly();
    }

    private final class Serve extends SimpleChannelInboundHandler<TkvFrame> {

        @Override
        public void channelActive(ChannelHandlerContext context) {
            accepted.incrementAndGet();
            channels.add(context.channel());
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            channels.remove(context.channel());
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, TkvFrame frame) {
            requests.add(frame.message());
            rule.accept(context.channel(), frame.message());
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            context.close();
        }
    }
}

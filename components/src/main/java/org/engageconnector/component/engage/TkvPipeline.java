package org.engageconnector.component.engage;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import org.engageconnector.message.Message;
import org.engageconnector.message.tkv.TkvEncoder;
import org.engageconnector.message.tkv.TkvException;
import org.engageconnector.message.tkv.TkvFrame;
import org.engageconnector.transport.EngageTransport.Connection;
import org.engageconnector.transport.EngageTransport.Listener;
import org.engageconnector.transport.Member;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection: TLS (when wanted), decoder, encoder, and this handler, which tells the session. All on the event loop.
 *
 * <p>A server that does not read what we send must not make us keep it all: past {@link #MAX_UNSENT_BYTES} the connection is
 * closed.
 */
final class TkvPipeline extends SimpleChannelInboundHandler<TkvFrame> implements Connection {

    /** Requests waiting for the socket; a whole resync of 10,000 DNs is about 1 MiB. */
    static final long MAX_UNSENT_BYTES = 4L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(TkvPipeline.class);

    private final Member member;
    private final Framing framing;
    private final ClientTls tls;
    private final Listener listener;

    private Channel channel;
    private String reason;

    TkvPipeline(Member member, Framing framing, ClientTls tls, Listener listener) {
        super(TkvFrame.class);
        this.member = member;
        this.framing = framing;
        this.tls = tls;
        this.listener = listener;
    }

    void install(Channel on) {
        ChannelPipeline pipeline = on.pipeline();
        if (tls != null) {
            pipeline.addLast("tls", tls.handler(on, member));
        }
        pipeline.addLast("decoder", framing.decoder());
        pipeline.addLast("encoder", new TkvEncoder());
        pipeline.addLast("session", this);
    }

    Connection connection(ChannelFuture connecting) {
        channel = connecting.channel();
        connecting.addListener(done -> {
            if (!done.isSuccess()) {
                reason = words(done.cause());
            }
        });
        // Registered last and on the close, which every channel has exactly once, whatever happened before.
        channel.closeFuture().addListener(closed -> channel.eventLoop().execute(() -> listener.closed(this, reason)));
        return this;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        if (tls == null) {
            listener.opened(this);
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof SslHandshakeCompletionEvent handshake && handshake.isSuccess()) {
            listener.opened(this);
        }
        context.fireUserEventTriggered(event);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, TkvFrame frame) {
        listener.received(this, frame);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof TkvException bad) {
            LOG.warn("{} sent a bad frame ({}); first bytes {}; closing", member, bad.getMessage(), bad.hex());
            framing.badFrames().accept(bad);
        } else if (!(cause instanceof IOException || cause instanceof DecoderException)) {
            LOG.error("{}: a message could not be handled; closing", member, cause);
        }
        if (reason == null) {
            reason = words(cause);
        }
        context.close();
    }

    @Override
    public void send(Message message) {
        channel.writeAndFlush(message).addListener(this::sent);
        long unsent = channel.unsafe().outboundBuffer() == null
                ? 0
                : channel.unsafe().outboundBuffer().totalPendingWriteBytes();
        if (unsent > MAX_UNSENT_BYTES) {
            reason = "the server does not read: " + unsent + " bytes are waiting";
            channel.close();
        }
    }

    private void sent(Future<?> write) {
        if (!write.isSuccess() && !(write.cause() instanceof IOException)) {
            LOG.warn("{}: a request was not sent: {}", member, words(write.cause()));
        }
    }

    @Override
    public void read(boolean on) {
        channel.config().setAutoRead(on);
    }

    @Override
    public void close() {
        channel.close();
    }

    /** An exception in a few words; its text may come from the peer's certificate or address, never from a message. */
    private static String words(Throwable cause) {
        if (cause instanceof TkvException) {
            // the line that names the reason has been written
            return "a bad frame";
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}

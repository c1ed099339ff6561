package org.engageconnector.component.engage;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.engageconnector.message.Message;
import org.engageconnector.message.tkv.TkvDecoder;
import org.engageconnector.message.tkv.TkvFrame;
import org.engageconnector.transport.EngageTransport;
import org.engageconnector.transport.Member;

/** The real pipeline on embedded channels: the test is the network and the server. Fails on a second connection at a time. */
public final class EmbeddedTransport implements EngageTransport {

    private final Deque<Message> requests = new ArrayDeque<>();
    private final List<String> badFrames = new ArrayList<>();
    private EmbeddedChannel channel;
    private EmbeddedChannel serverSide;
    private ChannelPromise connecting;
    private TkvPipeline pipeline;
    private Member member;
    private boolean accepted;
    private boolean halfOpen;

    @Override
    public Connection connect(Member to, Listener listener) {
        if (channel != null && channel.isOpen()) {
            throw new IllegalStateException("a second connection while there is one");
        }
        member = to;
        accepted = false;
        halfOpen = false;
        requests.clear();
        pipeline = new TkvPipeline(
                to,
                new Framing(1 << 20, StandardCharsets.UTF_8, bad -> badFrames.add(bad.reason()), texts -> {}),
                null,
                listener);
        channel = new EmbeddedChannel();
        connecting = channel.newPromise();
        return pipeline.connection(connecting);
    }

    /** Whom the client wants to connect to; {@code null} when to nobody. */
    public Member pending() {
        return channel != null && channel.isOpen() && !accepted ? member : null;
    }

    public boolean isOpen() {
        return accepted && channel.isOpen();
    }

    public boolean isReading() {
        return channel.config().isAutoRead();
    }

    /** The reasons of the frames that were refused. */
    public List<String> badFrames() {
        return badFrames;
    }

    /** The server accepts. */
    public void accept() {
        accepted = true;
        serverSide = new EmbeddedChannel(new TkvDecoder());
        connecting.setSuccess();
        pipeline.install(channel);
        channel.pipeline().fireChannelActive();
        settle();
    }

    /** The server is not there. */
    public void refuse() {
        connecting.setFailure(new ConnectException("Connection refused"));
        channel.close();
        settle();
    }

    /** Bytes from the server; those for a closed connection are lost. */
    public void bytes(byte[] bytes) {
        if (channel.isOpen() && !halfOpen) {
            channel.pipeline().fireChannelRead(Unpooled.copiedBuffer(bytes));
            channel.pipeline().fireChannelReadComplete();
        }
        settle();
    }

    /** The server ends the connection. */
    public void cut() {
        channel.close();
        settle();
    }

    /** The connection breaks. */
    public void reset() {
        channel.pipeline().fireExceptionCaught(new IOException("Connection reset by peer"));
        settle();
    }

    /** From now on nothing arrives on either side, and neither hears of it. */
    public void halfOpen() {
        halfOpen = true;
    }

    /** The next request of this connection; {@code null} when there is none. */
    public Message request() {
        settle();
        return requests.poll();
    }

    /** Lets the channel finish what it has begun. */
    public void settle() {
        if (channel == null) {
            return;
        }
        EmbeddedChannel settled = channel;
        for (ByteBuf out = settled.readOutbound(); out != null; out = settled.readOutbound()) {
            if (halfOpen) {
                out.release();
            } else {
                serverSide.writeInbound(out);
            }
        }
        for (TkvFrame frame = nextFrame(); frame != null; frame = nextFrame()) {
            requests.add(frame.message());
        }
        settled.runPendingTasks();
    }

    private TkvFrame nextFrame() {
        return serverSide == null ? null : serverSide.readInbound();
    }
}

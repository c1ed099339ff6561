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
import org.engageconnector.transport.Member;

/** The real pipeline on embedded channels: the test is the network and the server. Fails on a second connection at a time. */
public final class EmbeddedTransport implements ScenarioNetwork {

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
    public String name() {
        return EngageConfiguration.TKV;
    }

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

    @Override
    public Member pending() {
        return channel != null && channel.isOpen() && !accepted ? member : null;
    }

    @Override
    public boolean isOpen() {
        return accepted && channel.isOpen();
    }

    @Override
    public boolean isReading() {
        return channel.config().isAutoRead();
    }

    @Override
    public List<String> badFrames() {
        return badFrames;
    }

    @Override
    public void accept() {
        accepted = true;
        serverSide = new EmbeddedChannel(new TkvDecoder());
        connecting.setSuccess();
        pipeline.install(channel);
        channel.pipeline().fireChannelActive();
        settle();
    }

    @Override
    public void refuse() {
        connecting.setFailure(new ConnectException("Connection refused"));
        channel.close();
        settle();
    }

    @Override
    public void bytes(byte[] bytes) {
        if (channel.isOpen() && !halfOpen) {
            channel.pipeline().fireChannelRead(Unpooled.copiedBuffer(bytes));
            channel.pipeline().fireChannelReadComplete();
        }
        settle();
    }

    @Override
    public void cut() {
        channel.close();
        settle();
    }

    @Override
    public void reset() {
        channel.pipeline().fireExceptionCaught(new IOException("Connection reset by peer"));
        settle();
    }

    @Override
    public void halfOpen() {
        halfOpen = true;
    }

    @Override
    public Message request() {
        settle();
        return requests.poll();
    }

    @Override
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

package org.engageconnector.message.tkv;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.List;

/** A decoder fed by a test, with direct buffers as a socket has. Closing it fails when a byte of buffer memory is left. */
final class Wire implements AutoCloseable {

    private final UnpooledByteBufAllocator allocator = new UnpooledByteBufAllocator(true);
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private long mostMemory;

    Wire(int maxFrameBytes) {
        channel.config().setAllocator(allocator);
        channel.pipeline().addLast(new TkvDecoder(maxFrameBytes));
    }

    Wire() {
        this(Tkv.DEFAULT_MAX_FRAME_BYTES);
    }

    /** Feeds bytes as one read of a socket would bring them. */
    void feed(byte[] bytes, int from, int to) {
        channel.writeInbound(allocator.buffer(to - from).writeBytes(bytes, from, to - from));
        mostMemory = Math.max(
                mostMemory,
                allocator.metric().usedHeapMemory() + allocator.metric().usedDirectMemory());
    }

    void feed(byte[] bytes) {
        feed(bytes, 0, bytes.length);
    }

    /** The frames that came out since the last call. */
    List<TkvFrame> frames() {
        List<TkvFrame> frames = new ArrayList<>();
        for (TkvFrame frame = channel.readInbound(); frame != null; frame = channel.readInbound()) {
            frames.add(frame);
        }
        return frames;
    }

    /** The most buffer memory that was in use after a feed, in bytes. */
    long mostMemory() {
        return mostMemory;
    }

    @Override
    public void close() {
        channel.finishAndReleaseAll();
        assertThat(allocator.metric().usedHeapMemory() + allocator.metric().usedDirectMemory())
                .as("bytes of buffer memory that were not released")
                .isZero();
    }
}

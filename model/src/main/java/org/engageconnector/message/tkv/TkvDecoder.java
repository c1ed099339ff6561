package org.engageconnector.message.tkv;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;
import org.engageconnector.message.tkv.TkvException.Reason;

/**
 * Bytes to {@link TkvFrame}s, in order; one per connection, on its event loop.
 *
 * <p>A frame that breaks the framing is thrown as {@link TkvException} once, after all frames before it were passed on; from
 * then on every byte is dropped, and whoever owns the pipeline closes the connection.
 *
 * <h2>Memory</h2>
 *
 * <p>The length is checked as soon as its four bytes are there, so at most {@code maxFrameBytes} plus one read are ever
 * waiting for the rest of a frame. A whole frame is copied out of the socket's buffer once; that array stays with the frame.
 */
public final class TkvDecoder extends ByteToMessageDecoder {

    private final int maxFrameBytes;
    private boolean broken;

    /** With the default limit of 1 MiB. */
    public TkvDecoder() {
        this(Tkv.DEFAULT_MAX_FRAME_BYTES);
    }

    /** @param maxFrameBytes the greatest length that is accepted, in bytes, 4 to 1 GiB */
    public TkvDecoder(int maxFrameBytes) {
        if (maxFrameBytes < Tkv.MIN_LENGTH || maxFrameBytes > Tkv.MAX_LIMIT) {
            throw new IllegalArgumentException(
                    "maxFrameBytes " + maxFrameBytes + ", expected " + Tkv.MIN_LENGTH + " to " + Tkv.MAX_LIMIT);
        }
        this.maxFrameBytes = maxFrameBytes;
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        if (broken) {
            in.skipBytes(in.readableBytes());
            return;
        }
        try {
            if (in.readableBytes() >= Tkv.LENGTH_BYTES) {
                readFrame(in, out);
            }
        } catch (TkvException e) {
            broken = true;
            in.skipBytes(in.readableBytes());
            throw e;
        }
    }

    private void readFrame(ByteBuf in, List<Object> out) {
        long length = in.getUnsignedInt(in.readerIndex());
        if (length < Tkv.MIN_LENGTH || length > maxFrameBytes) {
            throw new TkvException(
                    Reason.LENGTH,
                    length + ", expected " + Tkv.MIN_LENGTH + " to " + maxFrameBytes,
                    ByteBufUtil.getBytes(in, in.readerIndex(), Math.min(in.readableBytes(), TkvException.FIRST_BYTES)));
        }
        int size = Tkv.LENGTH_BYTES + (int) length;
        if (in.readableBytes() < size) {
            return;
        }
        byte[] frame = new byte[size];
        in.readBytes(frame);
        out.add(new TkvFrame(new FrameReader(frame).read(), frame));
    }
}

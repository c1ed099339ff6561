package org.engageconnector.message.tkv;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntConsumer;
import org.engageconnector.message.Message;
import org.engageconnector.message.tkv.TkvException.Reason;

/**
 * Bytes to {@link TkvFrame}s, in order; one per connection, on its event loop.
 *
 * <p>Text that is not in the expected charset is no fault of the frame: it is read with U+FFFD, and counted.
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
    private final Charset charset;
    private final IntConsumer replaced;
    private boolean broken;

    /** With the default limit of 1 MiB. */
    public TkvDecoder() {
        this(Tkv.DEFAULT_MAX_FRAME_BYTES);
    }

    /** @param maxFrameBytes the greatest length that is accepted, in bytes, 4 to 1 GiB */
    public TkvDecoder(int maxFrameBytes) {
        this(maxFrameBytes, StandardCharsets.UTF_8, texts -> {});
    }

    /**
     * For a server whose text may be in another encoding.
     *
     * @param charset in which text is read
     * @param replaced is told how many texts of a frame had bytes that are no text in it; they are read as U+FFFD
     */
    public TkvDecoder(int maxFrameBytes, Charset charset, IntConsumer replaced) {
        if (maxFrameBytes < Tkv.MIN_LENGTH || maxFrameBytes > Tkv.MAX_LIMIT) {
            throw new IllegalArgumentException(
                    "maxFrameBytes " + maxFrameBytes + ", expected " + Tkv.MIN_LENGTH + " to " + Tkv.MAX_LIMIT);
        }
        this.maxFrameBytes = maxFrameBytes;
        this.charset = charset;
        this.replaced = replaced;
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
        FrameReader reader = new FrameReader(frame, charset);
        Message message = reader.read();
        boolean foreign = charset != StandardCharsets.UTF_8;
        if (reader.replacedTexts() > 0) {
            replaced.accept(reader.replacedTexts());
            foreign = true;
        }
        // Whoever reads the bytes later reads UTF-8.
        out.add(new TkvFrame(message, foreign ? inUtf8(message, frame) : frame));
    }

    /** The bytes as they came where UTF-8 makes a key too long to be written: its first reader saw it right. */
    private static byte[] inUtf8(Message message, byte[] frame) {
        try {
            return Tkv.encode(message);
        } catch (IllegalArgumentException tooLong) {
            return frame;
        }
    }
}

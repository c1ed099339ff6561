package org.engageconnector.message.tkv;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import org.engageconnector.message.Message;

/**
 * Whole frames in memory, for those who keep frames and have no socket: the journal, tests, tools. Thread-safe.
 *
 * <pre>
 * frame     = length:u32  message:u16  count:u16  attribute*count      length counts the bytes after itself
 * attribute = id:u16  type:u8  size:u32  value[size]
 * list      = count:u16  pair*count
 * pair      = keySize:u16  key[keySize]  type:u8  size:u32  value[size]
 * </pre>
 */
public final class Tkv {

    /** What {@code length} may be at most unless a connection says otherwise: 1 MiB. */
    public static final int DEFAULT_MAX_FRAME_BYTES = 1 << 20;

    /** Bytes of the length itself. */
    static final int LENGTH_BYTES = 4;

    /** The smallest length: message and count. */
    static final int MIN_LENGTH = 4;

    /** The greatest limit that a decoder can be given: 1 GiB. */
    static final int MAX_LIMIT = 1 << 30;

    /** A list attribute is depth 1; one deeper than this is an error. */
    static final int MAX_DEPTH = 8;

    static final int TYPE_STRING = 0;
    static final int TYPE_INT = 1;
    static final int TYPE_BINARY = 2;
    static final int TYPE_LIST = 3;
    static final int TYPE_LONG = 6;

    private Tkv() {}

    /**
     * The frame of a message, its length included.
     *
     * @throws IllegalArgumentException when the message cannot be framed (docs/protocol.md, limits)
     */
    public static byte[] encode(Message message) {
        ByteBuf out = Unpooled.buffer(256);
        FrameWriter.write(message, StandardCharsets.UTF_8, out);
        return ByteBufUtil.getBytes(out);
    }

    /**
     * The message of one whole frame, its length included. The array is there already, so no limit is asked for.
     *
     * @throws TkvException when it is not exactly one well-formed frame
     */
    public static Message decode(byte[] frame) {
        return new FrameReader(frame).readWhole();
    }
}

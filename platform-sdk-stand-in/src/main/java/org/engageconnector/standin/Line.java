package org.engageconnector.standin;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.function.Consumer;

/** Bytes of one connection to frames. Not thread-safe. */
final class Line {

    private static final int MOST = 8 << 20;

    private final Charset charset;
    private final Consumer<Frame> frames;
    private byte[] waiting = new byte[0];

    Line(Charset charset, Consumer<Frame> frames) {
        this.charset = charset;
        this.frames = frames;
    }

    void bytes(byte[] more) {
        byte[] all = Arrays.copyOf(waiting, waiting.length + more.length);
        System.arraycopy(more, 0, all, waiting.length, more.length);
        int at = 0;
        waiting = new byte[0];
        while (all.length - at >= 4) {
            int length = ByteBuffer.wrap(all, at, 4).getInt();
            if (length < 4 || length > MOST) {
                throw new Frame.Broken("length: " + length);
            }
            if (all.length - at - 4 < length) {
                break;
            }
            frames.accept(Frame.read(ByteBuffer.wrap(all, at + 4, length).slice(), charset));
            at += 4 + length;
        }
        waiting = Arrays.copyOfRange(all, at, all.length);
    }
}

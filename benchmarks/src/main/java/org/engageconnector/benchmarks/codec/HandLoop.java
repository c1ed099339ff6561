package org.engageconnector.benchmarks.codec;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/**
 * What the decoder is compared with: walks the same bytes, checks what the framing asks for (sizes, types, UTF-8) and copies
 * every value, but builds no message.
 */
final class HandLoop {

    private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();

    /** Gives a number that depends on every value, so that nothing can be optimised away. */
    int walk(byte[] frame) {
        ByteBuffer in = ByteBuffer.wrap(frame);
        int length = in.getInt();
        int sum = length + in.getShort();
        int count = in.getShort() & 0xFFFF;
        for (int i = 0; i < count; i++) {
            sum += in.getShort();
            sum += value(in);
        }
        if (in.hasRemaining()) {
            throw new IllegalArgumentException("bytes left over");
        }
        return sum;
    }

    private int value(ByteBuffer in) {
        int type = in.get();
        int size = in.getInt();
        if (size < 0 || size > in.remaining()) {
            throw new IllegalArgumentException("size past the end");
        }
        return switch (type) {
            case 0 -> text(in, size);
            case 1 -> in.getInt();
            case 2 -> bytes(in, size).length;
            case 3 -> list(in);
            case 6 -> (int) in.getLong();
            default -> throw new IllegalArgumentException("unknown type " + type);
        };
    }

    private int list(ByteBuffer in) {
        int count = in.getShort() & 0xFFFF;
        int sum = count;
        for (int i = 0; i < count; i++) {
            sum += text(in, in.getShort() & 0xFFFF);
            sum += value(in);
        }
        return sum;
    }

    private int text(ByteBuffer in, int size) {
        try {
            return utf8.decode(ByteBuffer.wrap(bytes(in, size))).length();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("bad UTF-8", e);
        }
    }

    private static byte[] bytes(ByteBuffer in, int size) {
        byte[] copy = new byte[size];
        in.get(copy);
        return copy;
    }
}

package org.engageconnector.processors.conversation.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;

/**
 * Writes values into nested blocks. A block carries its length, so that a reader may find fewer or more values in it than it
 * knows. Numbers are variable in length. Not thread-safe.
 */
final class BlockWriter {

    private byte[] bytes = new byte[512];
    private int size;

    void number(long value) {
        long rest = value << 1 ^ value >> 63;
        room(10);
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    void flag(boolean value) {
        room(1);
        bytes[size++] = (byte) (value ? 1 : 0);
    }

    void text(String value) {
        if (value == null) {
            number(-1);
            return;
        }
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        number(utf8.length);
        room(utf8.length);
        System.arraycopy(utf8, 0, bytes, size, utf8.length);
        size += utf8.length;
    }

    void texts(Collection<String> values) {
        number(values.size());
        values.forEach(this::text);
    }

    /** Opens a block; give the result to {@link #close}. */
    int open() {
        room(4);
        size += 4;
        return size;
    }

    void close(int opened) {
        int length = size - opened;
        bytes[opened - 4] = (byte) (length >>> 24);
        bytes[opened - 3] = (byte) (length >>> 16);
        bytes[opened - 2] = (byte) (length >>> 8);
        bytes[opened - 1] = (byte) length;
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}

package org.engageconnector.processors.conversation.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what {@link BlockWriter} wrote. Past the end of its block every value is the default: 0, false, {@code null}. Throws
 * {@link IllegalArgumentException} for bytes that no writer wrote. Not thread-safe.
 */
final class BlockReader {

    private final byte[] bytes;
    private final int end;
    private int at;

    BlockReader(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private BlockReader(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    long number() {
        long value = 0;
        for (int shift = 0; at < end && shift < 64; shift += 7) {
            byte part = bytes[at++];
            value |= (long) (part & 0x7F) << shift;
            if (part >= 0) {
                break;
            }
        }
        return value >>> 1 ^ -(value & 1);
    }

    boolean atEnd() {
        return at >= end;
    }

    int smallNumber() {
        return (int) number();
    }

    boolean flag() {
        return at < end && bytes[at++] != 0;
    }

    String text() {
        if (at >= end) {
            return null;
        }
        int length = smallNumber();
        if (length < 0) {
            return null;
        }
        check(length);
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    List<String> texts() {
        int count = count();
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            texts.add(text());
        }
        return texts;
    }

    /** A number of things that follow. */
    int count() {
        int count = smallNumber();
        check(count);
        return count;
    }

    /** The block that comes next, as a reader of its own; this one goes on behind it. */
    BlockReader block() {
        if (at >= end) {
            return new BlockReader(bytes, end, end);
        }
        check(4);
        int length = (bytes[at] & 0xFF) << 24
                | (bytes[at + 1] & 0xFF) << 16
                | (bytes[at + 2] & 0xFF) << 8
                | bytes[at + 3] & 0xFF;
        at += 4;
        check(length);
        BlockReader block = new BlockReader(bytes, at, at + length);
        at += length;
        return block;
    }

    private void check(int length) {
        if (length < 0 || length > end - at) {
            throw new IllegalArgumentException("the stored form ends early");
        }
    }
}

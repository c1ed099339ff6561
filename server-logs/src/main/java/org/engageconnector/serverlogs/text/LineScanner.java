package org.engageconnector.serverlogs.text;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Cuts a stream into lines without copying them: a line is a part of {@link #buffer()} until the next call. The line before stays
 * readable too. A line longer than {@link #LONGEST_LINE} is cut there and its rest is passed over. One thread at a time.
 */
final class LineScanner {

    /** Of a longer line only so many bytes are looked at. */
    static final int LONGEST_LINE = 1 << 20;

    private static final int BLOCK = 1 << 18;
    private static final int KEPT_LINE = 1 << 16;
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long NEWLINES = ONES * '\n';

    private final byte[] buffer = new byte[KEPT_LINE + LONGEST_LINE + BLOCK];
    private InputStream in;
    private int next;
    private int limit;
    private int start;
    private int end;
    private int previousStart;
    private int previousEnd;
    private boolean whole;
    private boolean cut;
    private long number;
    private IOException broken;

    /** Begins a stream; what was read of the one before is forgotten. */
    void open(InputStream stream) {
        in = stream;
        next = 0;
        limit = 0;
        start = 0;
        end = 0;
        previousStart = 0;
        previousEnd = 0;
        number = 0;
        broken = null;
    }

    /** Looks at the beginning of the stream without taking it: at most {@code most} bytes, fewer only at its end. */
    int peek(int most) {
        while (limit - next < most && fill()) {
            // until there is enough
        }
        return Math.min(most, limit - next);
    }

    /** Takes bytes that {@link #peek} has shown; {@code lines} is how many lines they are. */
    void pass(int bytes, int lines) {
        next += bytes;
        number += lines;
    }

    /** Puts bytes before what comes next, as when a line was cut in two by the end of a file. */
    void glue(byte[] head) {
        int length = Math.min(head.length, LONGEST_LINE);
        if (next < length) {
            int shift = length - next;
            System.arraycopy(buffer, next, buffer, length, Math.min(limit, buffer.length - shift) - next);
            limit = Math.min(limit + shift, buffer.length);
            next = length;
        }
        next -= length;
        System.arraycopy(head, 0, buffer, next, length);
        start = next;
        end = next;
        previousStart = next;
        previousEnd = next;
    }

    /**
     * Goes to the next line that may matter; {@code false} at the end of the stream.
     *
     * @param wanted which lines may be passed over without a look
     */
    boolean next(LineFilter wanted) {
        previousStart = start;
        previousEnd = end;
        start = next;
        int from = next;
        while (true) {
            int newline = newline(from, limit);
            if (newline >= 0) {
                found(newline);
                if (wanted.wants(buffer, start, end)) {
                    return true;
                }
                previousStart = start;
                previousEnd = end;
                start = next;
                from = next;
                continue;
            }
            from = limit;
            if (limit - next >= LONGEST_LINE) {
                passOver();
                return true;
            }
            int before = next;
            boolean more = fill();
            from += next - before;
            if (!more) {
                whole = false;
                cut = false;
                start = next;
                end = limit;
                next = limit;
                number++;
                return end > start;
            }
        }
    }

    private void found(int newline) {
        whole = true;
        cut = false;
        next = newline + 1;
        end = newline;
        while (end > start && buffer[end - 1] == '\r') {
            end--;
        }
        number++;
    }

    /** Keeps the beginning of an endless line and reads on to its end. */
    private void passOver() {
        System.arraycopy(buffer, next, buffer, 0, LONGEST_LINE);
        previousStart = 0;
        previousEnd = 0;
        int stop = LONGEST_LINE;
        int newline = -1;
        while (newline < 0) {
            int read = read(stop, buffer.length - stop);
            if (read < 0) {
                limit = stop;
                next = stop;
                break;
            }
            newline = newline(stop, stop + read);
            if (newline >= 0) {
                limit = stop + read;
                next = newline + 1;
            }
        }
        start = 0;
        end = LONGEST_LINE;
        whole = newline >= 0;
        cut = true;
        number++;
    }

    private boolean fill() {
        int keep = Math.min(previousStart, next);
        if (next - keep > KEPT_LINE) {
            keep = next;
        }
        if (keep > 0 && buffer.length - limit < BLOCK) {
            System.arraycopy(buffer, keep, buffer, 0, limit - keep);
            limit -= keep;
            next -= keep;
            start = Math.max(0, start - keep);
            previousStart = Math.max(0, previousStart - keep);
            previousEnd = Math.max(previousStart, previousEnd - keep);
        }
        int read = read(limit, Math.min(BLOCK, buffer.length - limit));
        if (read <= 0) {
            return false;
        }
        limit += read;
        return true;
    }

    /** A stream that breaks off ends there; {@link #broken} tells. */
    private int read(int at, int length) {
        try {
            return broken == null ? in.read(buffer, at, length) : -1;
        } catch (IOException e) {
            broken = e;
            return -1;
        }
    }

    private int newline(int from, int to) {
        int i = from;
        for (; i + 8 <= to; i += 8) {
            long word = (long) WORDS.get(buffer, i) ^ NEWLINES;
            long zero = (word - ONES) & ~word & HIGHS;
            if (zero != 0) {
                return i + (Long.numberOfTrailingZeros(zero) >> 3);
            }
        }
        for (; i < to; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /** Why the stream ended before its end; {@code null} when it did not. */
    IOException broken() {
        return broken;
    }

    byte[] buffer() {
        return buffer;
    }

    /** Where {@link #peek} begins. */
    int position() {
        return next;
    }

    int start() {
        return start;
    }

    /** After the line's last byte, its line end not counted. */
    int end() {
        return end;
    }

    int previousStart() {
        return previousStart;
    }

    int previousEnd() {
        return previousEnd;
    }

    /** Whether the line had a line end. */
    boolean whole() {
        return whole;
    }

    /** Whether the line was longer than {@link #LONGEST_LINE}. */
    boolean cut() {
        return cut;
    }

    /** The line's number in its stream, from 1. */
    long number() {
        return number;
    }
}

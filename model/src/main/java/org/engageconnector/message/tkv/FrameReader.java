package org.engageconnector.message.tkv;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.Arrays;
import org.engageconnector.message.KeyValueList;
import org.engageconnector.message.KeyValueList.Pair;
import org.engageconnector.message.Message;
import org.engageconnector.message.tkv.TkvException.Reason;

/**
 * Reads one frame from its bytes, front to back. For one frame and one thread.
 *
 * <p>Nothing is allocated before the bytes that fill it are known to be there, so a frame costs no more memory than a fixed
 * multiple of its size whatever it claims.
 */
final class FrameReader {

    /** id or keySize, type, size: what the smallest attribute or pair takes. */
    private static final int MIN_ENTRY_BYTES = 7;

    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final byte[] frame;
    private final Charset charset;
    private int position;
    private int replacedTexts;

    FrameReader(byte[] frame) {
        this(frame, UTF_8);
    }

    /** @param charset in which text is read */
    FrameReader(byte[] frame, Charset charset) {
        this.frame = frame;
        this.charset = charset;
    }

    /** How many texts had bytes that are no text in that charset, and were read with U+FFFD in their place. */
    int replacedTexts() {
        return replacedTexts;
    }

    /** Checks the length, then reads. */
    Message readWhole() {
        if (frame.length < Tkv.LENGTH_BYTES) {
            throw fail(Reason.LENGTH, "only " + frame.length + " bytes");
        }
        long length = Integer.toUnsignedLong((int) INT.get(frame, 0));
        if (length < Tkv.MIN_LENGTH || length != frame.length - Tkv.LENGTH_BYTES) {
            throw fail(Reason.LENGTH, length + " in a frame of " + frame.length + " bytes");
        }
        return read();
    }

    /** Reads a frame whose length has been checked: length (4) message (2) count (2) attributes. */
    Message read() {
        position = Tkv.LENGTH_BYTES;
        int number = unsignedShort(frame.length);
        int count = count(frame.length);
        int[] ids = new int[count];
        Object[] values = new Object[count];
        SeenIds seen = new SeenIds();
        for (int i = 0; i < count; i++) {
            int id = unsignedShort(frame.length);
            if (!seen.add(id)) {
                throw fail(Reason.DUPLICATE_ATTRIBUTE, "attribute " + id + " at " + position);
            }
            ids[i] = id;
            values[i] = value(frame.length, 1);
        }
        if (position != frame.length) {
            throw fail(Reason.LEFT_OVER, (frame.length - position) + " bytes after the last attribute");
        }
        return Message.ofArrays(number, ids, values);
    }

    /** type (1) size (4) value (size) */
    private Object value(int end, int depth) {
        need(5, end);
        int type = frame[position];
        int size = (int) INT.get(frame, position + 1);
        position += 5;
        if (Integer.compareUnsigned(size, end - position) > 0) {
            throw fail(Reason.SIZE, "a value of " + Integer.toUnsignedLong(size) + " bytes at " + position);
        }
        switch (type) {
            case Tkv.TYPE_STRING:
                return text(size);
            case Tkv.TYPE_INT:
                return integer(size);
            case Tkv.TYPE_BINARY:
                position += size;
                return Arrays.copyOfRange(frame, position - size, position);
            case Tkv.TYPE_LIST:
                return list(position + size, depth);
            case Tkv.TYPE_LONG:
                return longInteger(size);
            default:
                throw fail(Reason.TYPE, "type " + Byte.toUnsignedInt((byte) type) + " at " + position);
        }
    }

    /** count (2) then keySize (2) key type (1) size (4) value, count times */
    private KeyValueList list(int end, int depth) {
        if (depth > Tkv.MAX_DEPTH) {
            throw fail(Reason.NESTING, "a list at depth " + depth);
        }
        int count = count(end);
        Pair[] pairs = new Pair[count];
        for (int i = 0; i < count; i++) {
            int keySize = unsignedShort(end);
            need(keySize, end);
            String key = text(keySize);
            pairs[i] = new Pair(key, value(end, depth + 1));
        }
        if (position != end) {
            throw fail(Reason.LEFT_OVER, (end - position) + " bytes after the last pair");
        }
        return count == 0 ? KeyValueList.EMPTY : KeyValueList.ofArray(pairs);
    }

    private String text(int size) {
        if (size == 0) {
            return "";
        }
        String text = new String(frame, position, size, charset);
        // The JDK replaces what is malformed; only then is the slow decoder asked whether U+FFFD was really sent.
        if (text.indexOf(ForeignText.REPLACEMENT) >= 0) {
            ForeignText read = ForeignText.read(frame, position, size, charset);
            text = read.text();
            replacedTexts += read.replaced() > 0 ? 1 : 0;
        }
        position += size;
        return text;
    }

    private Integer integer(int size) {
        if (size != Integer.BYTES) {
            throw fail(Reason.INT_SIZE, "an int of " + size + " bytes at " + position);
        }
        position += size;
        return (int) INT.get(frame, position - size);
    }

    private Long longInteger(int size) {
        if (size != Long.BYTES) {
            throw fail(Reason.LONG_SIZE, "a long of " + size + " bytes at " + position);
        }
        position += size;
        return (long) LONG.get(frame, position - size);
    }

    private int count(int end) {
        int count = unsignedShort(end);
        if (count * MIN_ENTRY_BYTES > end - position) {
            throw fail(Reason.SIZE, count + " entries in " + (end - position) + " bytes at " + position);
        }
        return count;
    }

    private int unsignedShort(int end) {
        need(Short.BYTES, end);
        position += Short.BYTES;
        return Short.toUnsignedInt((short) SHORT.get(frame, position - Short.BYTES));
    }

    private void need(int bytes, int end) {
        if (bytes > end - position) {
            throw fail(Reason.SIZE, bytes + " bytes wanted at " + position + ", " + (end - position) + " left");
        }
    }

    private TkvException fail(Reason reason, String detail) {
        return new TkvException(reason, detail, Arrays.copyOf(frame, Math.min(frame.length, TkvException.FIRST_BYTES)));
    }
}

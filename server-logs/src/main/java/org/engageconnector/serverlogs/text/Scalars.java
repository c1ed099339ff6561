package org.engageconnector.serverlogs.text;

import java.nio.charset.StandardCharsets;
import org.engageconnector.message.TServerAttribute;

/** Values that stand without quotes: numbers, in decimal or hexadecimal, and ids. Stateless. */
final class Scalars {

    private static final int HEX_DIGITS = 16;

    /** Eight digits of which the first is 0 are hexadecimal: decimal numbers are printed without zeros before them. */
    private static final int PADDED = 8;

    private Scalars() {}

    /** The value as the attribute's type wants it; {@code null} when the bytes are none. */
    static Object read(int id, Class<?> type, byte[] b, int from, int to) {
        if (type == Long.class) {
            return longNumber(id, b, from, to);
        }
        if (type == Integer.class) {
            return to - from == PADDED && b[from] == '0' ? hexNumber(b, from, to) : integer(b, from, to);
        }
        // a text without its quotes
        return type == String.class && from < to ? new String(b, from, to - from, StandardCharsets.ISO_8859_1) : null;
    }

    /** Sixteen hexadecimal digits; a sequence number that has fewer is decimal, as the Platform SDK prints it. */
    private static Long longNumber(int id, byte[] b, int from, int to) {
        int end = from;
        while (end < to && hex(b[end]) >= 0) {
            end++;
        }
        int digits = end - from;
        if (digits == 0 || digits > HEX_DIGITS) {
            return null;
        }
        boolean decimal = id == TServerAttribute.EVENT_SEQUENCE_NUMBER && digits < HEX_DIGITS;
        long value = 0;
        for (int i = from; i < end; i++) {
            value = decimal ? value * 10 + (b[i] - '0') : value << 4 | hex(b[i]);
        }
        return value;
    }

    /** A decimal or {@code 0x} number; what stands behind it, as the clock behind AttributeTimeinSecs, does not count. */
    static Integer integer(byte[] b, int from, int to) {
        int i = from;
        boolean negative = i < to && b[i] == '-';
        i += negative ? 1 : 0;
        if (i + 2 < to && b[i] == '0' && (b[i + 1] | 0x20) == 'x') {
            return hexNumber(b, i + 2, to);
        }
        long value = 0;
        int first = i;
        while (i < to && Stamps.digit(b[i]) && i - first < 10) {
            value = value * 10 + (b[i] - '0');
            i++;
        }
        boolean ends = i == to || b[i] == ' ' || b[i] == '\t' || b[i] == '(' || b[i] == '[';
        if (i == first || !ends || value > 0xFFFFFFFFL) {
            return null;
        }
        return (int) (negative ? -value : value);
    }

    private static Integer hexNumber(byte[] b, int from, int to) {
        long value = 0;
        int i = from;
        while (i < to && hex(b[i]) >= 0 && i - from < 8) {
            value = value << 4 | hex(b[i]);
            i++;
        }
        return i == from ? null : (Integer) (int) value;
    }

    private static int hex(byte b) {
        if (b >= '0' && b <= '9') {
            return b - '0';
        }
        int lower = b | 0x20;
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }
}

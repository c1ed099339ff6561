package org.engageconnector.serverlogs.text;

import java.nio.charset.StandardCharsets;

/**
 * Finds the name of a message in the line that begins its dump. One instance is used again and again; one thread at a time.
 */
final class HeadLine {

    private static final byte[] MESSAGE = ascii("message ");
    private static final byte[] INTERACTION = ascii("nteraction message \"");
    private static final byte[] ATTRIBUTES = ascii(" attributes:");
    private static final byte[] ICON_MESSAGE = ascii(" Message ");
    private static final byte[] SDK_ATTRIBUTES = ascii("message attributes:");
    private static final int LONGEST_TAIL = 40;

    private int from;
    private int to;

    /**
     * Whether the line ends with {@code message <Name>}, perhaps with a colon or one pair of brackets behind it, or has one of
     * the forms of ICON and the Platform SDK.
     */
    boolean find(byte[] b, int start, int end) {
        int last = end;
        if (last == start) {
            return false;
        }
        if (b[last - 1] == ':') {
            if (platformSdk(b, start, end)) {
                return true;
            }
            last--;
        }
        if (last > start && b[last - 1] == ')') {
            int bracket = last - 1;
            while (bracket > start && last - bracket < LONGEST_TAIL && b[bracket] != '(') {
                bracket--;
            }
            last = b[bracket] == '(' ? bracket : last;
        }
        int first = last;
        while (first > start && letter(b[first - 1])) {
            first--;
        }
        if (last - first >= 3 && first - MESSAGE.length >= start && matches(b, first - MESSAGE.length, MESSAGE)) {
            from = first;
            to = last;
            return true;
        }
        byte closing = b[end - 1];
        return (closing == '\'' || closing == ')') && icon(b, start, end);
    }

    /** The same for a line that stands alone; the line before it may name the message that has these attributes. */
    boolean find(byte[] b, int start, int end, int previousStart, int previousEnd) {
        if (!find(b, start, end)) {
            return false;
        }
        int quote = starts(b, start, end, SDK_ATTRIBUTES) ? indexOf(b, previousStart, previousEnd, '\'') : -1;
        int second = quote < 0 ? -1 : indexOf(b, quote + 1, previousEnd, '\'');
        return second < 0 || named(b, quote + 1, second);
    }

    static boolean letter(byte b) {
        return (b | 0x20) >= 'a' && (b | 0x20) <= 'z' || Stamps.digit(b);
    }

    /** {@code 'EventRinging' (60) attributes:} */
    private boolean platformSdk(byte[] b, int start, int end) {
        if (end - start < ATTRIBUTES.length || !matches(b, end - ATTRIBUTES.length, ATTRIBUTES)) {
            return false;
        }
        int quote = indexOf(b, start, end, '\'');
        int second = quote < 0 ? -1 : indexOf(b, quote + 1, end, '\'');
        return second > 0 && named(b, quote + 1, second);
    }

    /** {@code Trc 04541 Message EventX received from} and {@code Int 04543 Interaction message "EventX" received from}. */
    private boolean icon(byte[] b, int start, int end) {
        int at = -1;
        for (int i = start; i + 6 < end && i < start + LONGEST_TAIL && at < 0; i++) {
            boolean number = b[i] == '0' && b[i + 1] == '4' && b[i + 2] == '5' && b[i + 3] == '4';
            at = number && (b[i + 4] == '1' || b[i + 4] == '3') ? i : -1;
        }
        if (at < 0) {
            return false;
        }
        int after = at + 5;
        if (after + ICON_MESSAGE.length < end && matches(b, after, ICON_MESSAGE)) {
            int name = after + ICON_MESSAGE.length;
            return named(b, name, indexOf(b, name, end, ' '));
        }
        if (after + 2 + INTERACTION.length < end && matches(b, after + 2, INTERACTION)) {
            int name = after + 2 + INTERACTION.length;
            return named(b, name, indexOf(b, name, end, '"'));
        }
        return false;
    }

    private boolean named(byte[] b, int nameFrom, int nameTo) {
        if (nameTo <= nameFrom || b[nameFrom] != 'E') {
            return false;
        }
        from = nameFrom;
        to = nameTo;
        return true;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    static int indexOf(byte[] b, int start, int end, int wanted) {
        for (int i = start; i < end; i++) {
            if (b[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    static boolean matches(byte[] b, int at, byte[] wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if (b[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    static boolean contains(byte[] b, int start, int end, byte[] wanted) {
        for (int i = start; i + wanted.length <= end; i++) {
            if (b[i] == wanted[0] && matches(b, i, wanted)) {
                return true;
            }
        }
        return false;
    }

    static boolean starts(byte[] b, int start, int end, byte[] wanted) {
        return end - start >= wanted.length && matches(b, start, wanted);
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}

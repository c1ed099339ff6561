package org.engageconnector.serverlogs.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Bytes of a log into text: UTF-8 where they are UTF-8, else the site's code page. Servers write attached data as it came, so one
 * log may hold both. One thread at a time.
 */
final class LogText {

    /** Bytes of both tags. */
    static final int TAG_BYTES = 4;

    private final Charset site;
    private final CharsetDecoder strict = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);

    /** @param site the code page of what is not UTF-8 */
    LogText(Charset site) {
        this.site = site;
    }

    String decode(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && bytes[i] >= 0) {
            i++;
        }
        if (i == to) {
            return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        }
        try {
            return strict.decode(ByteBuffer.wrap(bytes, from, to - from)).toString();
        } catch (CharacterCodingException e) {
            int whole = withoutHalfCharacter(bytes, from, to);
            if (whole < to && i < whole) {
                try {
                    return strict.decode(ByteBuffer.wrap(bytes, from, whole - from))
                            .toString();
                } catch (CharacterCodingException none) {
                    // the site's code page, then
                }
            }
            return new String(bytes, from, to - from, site);
        }
    }

    /** Where a UTF-8 character begins that the end cuts in two; {@code to} when there is none. */
    private static int withoutHalfCharacter(byte[] bytes, int from, int to) {
        for (int i = to - 1; i >= from && i >= to - 3; i--) {
            int lead = bytes[i] & 0xFF;
            if (lead >= 0xC0) {
                int length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
                return i + length > to ? i : to;
            }
            if (lead < 0x80) {
                return to;
            }
        }
        return to;
    }

    /** Whether the filter of a log put tags around the value: {@code <#...#>}. */
    static boolean tagged(byte[] b, int from, int to) {
        return to - from >= TAG_BYTES && b[from] == '<' && b[from + 1] == '#' && b[to - 2] == '#' && b[to - 1] == '>';
    }

    /** The text between the tags that the filter of a log may put around a value; a value without tags as it is. */
    static String untagged(String value) {
        return value.length() >= TAG_BYTES && value.startsWith("<#") && value.endsWith("#>")
                ? value.substring(2, value.length() - 2)
                : value;
    }

    /** Whether the filter of a log replaced the value, or its beginning or end, by asterisks. */
    static boolean hidden(String value) {
        return !value.isEmpty() && (value.charAt(0) == '*' || value.charAt(value.length() - 1) == '*');
    }
}

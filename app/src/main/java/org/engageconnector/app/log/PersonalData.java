package org.engageconnector.app.log;

import java.util.regex.Pattern;

/**
 * Masks what looks like a caller's number, wherever in a log line it is: texts of Genesys Cloud and of libraries quote what was
 * sent to them. Attached data needs no mask, since no line of ours carries it. Thread-safe.
 */
public final class PersonalData {

    static final String MASK = "***";

    /**
     * 8 to 15 digits (E.164 has at most 15) that are no part of an id, an address or a decimal number; + tells from 6 on. The
     * time of day in milliseconds, as in an ownership, is left: no number of 13 digits begins with country code 1.
     */
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\w.+-])(?:\\+\\d{6,15}|(?!1[6-9]\\d{11}\\b)\\d{8,15})(?![\\w-]|\\.\\d)");

    /** Bytes in hexadecimal, as of a bad frame; digits in them may be somebody's number. */
    private static final Pattern BYTES = Pattern.compile("(?<![\\w-])(?:[0-9a-f]{2}){16,}(?![\\w-])");

    /** Eight or more bytes that are ASCII digits, at a byte's beginning. */
    private static final Pattern DIGIT_BYTES = Pattern.compile("\\G((?:[0-9a-f]{2})*?)((?:3[0-9]){8,})");

    /** {@code *} in hexadecimal. */
    private static final String MASKED_BYTE = "2a";

    private static volatile boolean shown;

    private PersonalData() {}

    /** {@code ex.log.personal-data}; masked until this was said. */
    public static void show(boolean value) {
        shown = value;
    }

    static boolean shown() {
        return shown;
    }

    /** The text as it may be shown where personal data is not; {@code null} stays {@code null}. */
    public static String masked(String text) {
        if (text == null) {
            return null;
        }
        String bytes = BYTES.matcher(text).replaceAll(found -> bytes(found.group()));
        return NUMBER.matcher(bytes).replaceAll(MASK);
    }

    private static String bytes(String hex) {
        return DIGIT_BYTES
                .matcher(hex)
                .replaceAll(found ->
                        found.group(1) + MASKED_BYTE.repeat(found.group(2).length() / 2));
    }
}

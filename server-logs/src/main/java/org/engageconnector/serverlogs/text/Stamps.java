package org.engageconnector.serverlogs.text;

import java.time.LocalDate;

/** Finds time stamps at the beginning of lines: short, long in three date forms, and those after an {@code @}. Stateless. */
final class Stamps {

    private static final int SHORT = 8;
    private static final int LONG_DATE = 10;
    private static final int SHORT_DATE = 8;

    private Stamps() {}

    /** Where the time of day begins, as {@code hh:mm:ss}, when the bytes are a stamp; -1 when they are none. */
    static int timeOfDay(byte[] b, int from, int to) {
        if (from < to && b[from] == '@') {
            return isTime(b, from + 1, to) ? from + 1 : dated(b, from + 1, to);
        }
        if (isTime(b, from, to)) {
            return fraction(b, from + SHORT, to) ? from : -1;
        }
        return dated(b, from, to);
    }

    private static int dated(byte[] b, int from, int to) {
        int length = dateLength(b, from, to);
        return length > 0 && (b[from + length] == ' ' || b[from + length] == 'T') && isTime(b, from + length + 1, to)
                ? from + length + 1
                : -1;
    }

    private static boolean fraction(byte[] b, int at, int to) {
        return at < to && (b[at] == '.' || b[at] == ',' || b[at] == ':');
    }

    private static boolean isTime(byte[] b, int i, int to) {
        return i + SHORT <= to
                && digit(b[i])
                && digit(b[i + 1])
                && b[i + 2] == ':'
                && digit(b[i + 3])
                && digit(b[i + 4])
                && b[i + 5] == ':'
                && digit(b[i + 6])
                && digit(b[i + 7]);
    }

    private static int dateLength(byte[] b, int i, int to) {
        if (i + LONG_DATE < to) {
            byte separator = b[i + 4];
            if ((separator == '-' || separator == '/') && b[i + 7] == separator && digits(b, i, 4)) {
                return LONG_DATE;
            }
            if (b[i + 2] == '/' && b[i + 5] == '/' && digits(b, i, 2)) {
                return digit(b[i + 8]) ? LONG_DATE : SHORT_DATE;
            }
        }
        return 0;
    }

    private static boolean digits(byte[] b, int i, int length) {
        for (int k = 0; k < length; k++) {
            if (!digit(b[i + k])) {
                return false;
            }
        }
        return true;
    }

    static boolean digit(byte b) {
        return b >= '0' && b <= '9';
    }

    /** The date of a long stamp, days since 1970; {@link Long#MIN_VALUE} when the line's stamp has none. */
    static long date(byte[] b, int start, int to) {
        int from = start < to && b[start] == '@' ? start + 1 : start;
        int length = dateLength(b, from, to);
        if (length == 0) {
            return Long.MIN_VALUE;
        }
        int year;
        int month;
        int day;
        if (b[from + 2] == '/') {
            month = number(b, from, 2);
            day = number(b, from + 3, 2);
            year = length == LONG_DATE ? number(b, from + 6, 4) : 2000 + number(b, from + 6, 2);
        } else {
            year = number(b, from, 4);
            month = number(b, from + 5, 2);
            day = number(b, from + 8, 2);
        }
        if (month < 1 || month > 12 || day < 1 || day > 28 + (month == 2 ? 1 : 3)) {
            return Long.MIN_VALUE;
        }
        return LocalDate.of(year, month, 1).toEpochDay() + day - 1;
    }

    /** Milliseconds since midnight of {@code hh:mm:ss}, with one to six digits of a fraction behind it. */
    static long millis(byte[] b, int at, int to) {
        long millis = ((number(b, at, 2) * 60L + number(b, at + 3, 2)) * 60L + number(b, at + 6, 2)) * 1000L;
        int unit = 100;
        for (int i = at + SHORT + 1; i < to && unit > 0 && fraction(b, at + SHORT, to) && digit(b[i]); i++) {
            millis += (b[i] - '0') * (long) unit;
            unit /= 10;
        }
        return millis;
    }

    private static int number(byte[] b, int at, int digits) {
        int number = 0;
        for (int i = at; i < at + digits; i++) {
            number = number * 10 + Math.max(0, Math.min(9, b[i] - '0'));
        }
        return number;
    }
}

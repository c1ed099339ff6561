package org.engageconnector.processors.conversation.output;

/** Writes times as Genesys Cloud wants them: {@code yyyy-MM-ddTHH:mm:ss.mmmZ}. Years 1970 to 9999. */
public final class IsoTime {

    private static final long DAY = 86_400_000L;
    private static final long LAST = 253_402_300_799_999L;

    private IsoTime() {}

    /** The text of an instant in milliseconds since 1970; what is out of range becomes the nearest that is not. */
    public static String text(long millis) {
        long instant = Math.max(0, Math.min(LAST, millis));
        long days = instant / DAY;
        int rest = (int) (instant % DAY);
        // Days since 0000-03-01, in eras of 400 years, so that the leap day is a year's last
        long shifted = days + 719_468;
        long era = shifted / 146_097;
        int dayOfEra = (int) (shifted % 146_097);
        int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int monthFromMarch = (5 * dayOfYear + 2) / 153;
        int day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1;
        int month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
        int year = (int) (yearOfEra + era * 400) + (month <= 2 ? 1 : 0);
        StringBuilder text = new StringBuilder(24);
        number(text, year, 1000);
        number(text, month, 10, '-');
        number(text, day, 10, '-');
        number(text, rest / 3_600_000, 10, 'T');
        number(text, rest / 60_000 % 60, 10, ':');
        number(text, rest / 1000 % 60, 10, ':');
        number(text, rest % 1000, 100, '.');
        return text.append('Z').toString();
    }

    private static void number(StringBuilder text, int value, int highest, char before) {
        number(text.append(before), value, highest);
    }

    private static void number(StringBuilder text, int value, int highest) {
        for (int place = highest; place > 0; place /= 10) {
            text.append((char) ('0' + value / place % 10));
        }
    }
}

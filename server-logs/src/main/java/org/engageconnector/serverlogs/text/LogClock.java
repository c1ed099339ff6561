package org.engageconnector.serverlogs.text;

/**
 * From the local time stamps of lines to time in milliseconds since 1970. Knows the difference to UTC from the file's header and
 * from every event that says both; a stamp that falls by about an hour is the end of daylight saving, one that falls by more is
 * the next day. One thread at a time.
 */
final class LogClock {

    private static final long DAY = 86_400_000;
    private static final long HOUR = 3_600_000;
    private static final long QUARTER = 900_000;

    private long offset;
    private long day;
    private long last = -1;
    private boolean known;

    /**
     * A file's header.
     *
     * @param local its local time as if it were UTC, milliseconds since 1970
     * @param difference local time less UTC, milliseconds
     */
    void header(long local, long difference) {
        offset = difference;
        day = Math.floorDiv(local, DAY);
        last = Math.floorMod(local, DAY);
        known = true;
    }

    /** A date that a long stamp says; days since 1970. */
    void date(long days) {
        if (days != day) {
            day = days;
            last = -1;
        }
        known = true;
    }

    /** Whether any date is known. */
    boolean known() {
        return known;
    }

    /** The time of a stamp. @param timeOfDay milliseconds since local midnight */
    long at(long timeOfDay) {
        if (last >= 0) {
            long fall = last - timeOfDay;
            if (fall >= HOUR * 3 / 2) {
                day++;
            } else if (fall < HOUR - DAY) {
                return (day - 1) * DAY + timeOfDay - offset;
            } else if (fall > HOUR / 2) {
                offset -= HOUR;
            }
        }
        last = timeOfDay;
        return day * DAY + timeOfDay - offset;
    }

    /** The time of a stamp if it were of the present day. */
    long near(long timeOfDay) {
        return day * DAY + timeOfDay - offset;
    }

    /** An event says its time in UTC beside a local stamp. */
    void learn(long timeOfDay, long utc) {
        long difference = Math.floorMod(timeOfDay - Math.floorMod(utc, DAY) + DAY / 2, DAY) - DAY / 2;
        long rounded = Math.round((double) difference / QUARTER) * QUARTER;
        if (Math.abs(difference - rounded) < QUARTER / 3 || !known) {
            // two zones a day apart look alike; the header tells which
            if (!known || Math.floorMod(rounded - offset, DAY) != 0) {
                offset = rounded;
            }
            day = Math.floorDiv(utc + offset, DAY);
            last = timeOfDay;
            known = true;
        }
    }
}

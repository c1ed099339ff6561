package org.engageconnector.app.cost;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * The requests of one role in one month of UTC.
 *
 * @param since when they began to be counted, milliseconds since 1970
 * @param requests so far
 */
public record RequestMonth(YearMonth month, long since, long requests) {

    private static final long SHORTEST_MILLIS = 3_600_000;

    static YearMonth of(long now) {
        return YearMonth.from(Instant.ofEpochMilli(now).atZone(ZoneOffset.UTC));
    }

    /**
     * The requests of the whole month when it goes on as until now; not a number in the first hour.
     *
     * @param now milliseconds since 1970
     */
    public double projected(long now) {
        long from = Math.max(since, millis(month));
        long end = millis(month.plusMonths(1));
        long until = Math.min(now, end);
        if (until - from < SHORTEST_MILLIS) {
            return Double.NaN;
        }
        return requests + (double) requests / (until - from) * (end - until);
    }

    private static long millis(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }
}

package org.engageconnector.processors.delivery;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What the headers of an answer say about the quota. Header names are compared without case; what is missing or makes no
 * sense is empty. Source: reference "Rate limits" of the Platform API.
 *
 * @param allowed requests a minute that the token may make
 * @param count requests that the server counted, this one included
 * @param resetSeconds until the server counts fewer
 * @param retryAfterSeconds how long a refused caller has to wait, at most {@value #LONGEST_WAIT_SECONDS}
 */
public record RateLimit(
        OptionalLong allowed, OptionalLong count, OptionalLong resetSeconds, OptionalLong retryAfterSeconds) {

    /** A wait that a server asks for is cut to this. */
    public static final long LONGEST_WAIT_SECONDS = 300;

    /** Requests a minute that are believed; the largest seen in benchmarks and tests is 10 million. */
    public static final long MOST_ALLOWED = 10_000_000;

    /**
     * Reads the headers of an answer.
     *
     * @param now the wall clock, for a Retry-After date when the answer has no Date of its own
     */
    public static RateLimit of(Map<String, ?> headers, Instant now) {
        return new RateLimit(
                allowed(header(headers, "inin-ratelimit-allowed")),
                number(header(headers, "inin-ratelimit-count")),
                number(header(headers, "inin-ratelimit-reset")),
                retryAfter(header(headers, "Retry-After"), header(headers, "Date"), now));
    }

    /** The first value of a header, looked up without case; null when there is none. */
    public static String header(Map<String, ?> headers, String name) {
        for (Map.Entry<String, ?> header : headers.entrySet()) {
            if (name.equalsIgnoreCase(header.getKey()) && header.getValue() != null) {
                return header.getValue().toString().trim();
            }
        }
        return null;
    }

    /** A quota of 0, or one that no organisation has, is no quota: it would stop delivery, or lift every bound. */
    private static OptionalLong allowed(String text) {
        OptionalLong value = number(text);
        return value.isPresent() && (value.getAsLong() < 1 || value.getAsLong() > MOST_ALLOWED)
                ? OptionalLong.empty()
                : value;
    }

    private static OptionalLong number(String text) {
        if (text == null || !text.matches("\\d{1,15}")) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Long.parseLong(text));
    }

    private static OptionalLong retryAfter(String value, String date, Instant now) {
        if (value == null) {
            return OptionalLong.empty();
        }
        if (value.matches("\\d+")) {
            OptionalLong seconds = number(value);
            return OptionalLong.of(Math.min(seconds.orElse(LONGEST_WAIT_SECONDS), LONGEST_WAIT_SECONDS));
        }
        Instant until = date(value);
        if (until == null) {
            return OptionalLong.empty();
        }
        // the server's own clock, where it tells: ours may be wrong
        Instant from = date(date);
        long millis = until.toEpochMilli() - (from != null ? from : now).toEpochMilli();
        long seconds = (millis + 999) / 1000;
        return OptionalLong.of(Math.max(0, Math.min(seconds, LONGEST_WAIT_SECONDS)));
    }

    private static Instant date(String text) {
        if (text == null) {
            return null;
        }
        try {
            return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeParseException notADate) {
            return null;
        }
    }
}

package org.engageconnector.app.tenant;

import java.util.Map;
import org.apache.camel.Exchange;
import org.engageconnector.app.http.JsonAnswer;
import org.engageconnector.component.redis.RedisUnavailableException;

/** What the pages of this package have in common: parameters, and errors in words. */
public final class Reply {

    private static final int LONGEST = 200;

    /** Writes an answer to a request; may throw what the Redis client throws. */
    @FunctionalInterface
    public interface Work {
        void run();
    }

    private Reply() {}

    /** Does the work; a Redis that is away, or too many at once, becomes 503. */
    public static void to(Exchange exchange, Work work) {
        try {
            work.run();
        } catch (RedisUnavailableException e) {
            error(
                    exchange,
                    503,
                    "redis.away",
                    e.getMessage() + "; what this role knows by itself is at /api/v1/status");
        } catch (Questions.TooManyException e) {
            error(exchange, 503, "busy", e.getMessage());
        }
    }

    public static void error(Exchange exchange, int status, String code, String message) {
        JsonAnswer.write(exchange, status, Map.of("code", code, "message", message));
    }

    /** A parameter of the request, cut to a bound; empty when it is not there. */
    public static String parameter(Exchange exchange, String name) {
        String text = exchange.getMessage().getHeader(name, "", String.class).strip();
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    /** A whole number from 0 on; the other where the parameter is missing or no such number. */
    public static long number(Exchange exchange, String name, long other) {
        String text = parameter(exchange, name);
        return text.matches("\\d{1,15}") ? Long.parseLong(text) : other;
    }
}

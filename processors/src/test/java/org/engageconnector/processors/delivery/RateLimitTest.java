package org.engageconnector.processors.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private static OptionalLong retryAfter(String value) {
        return RateLimit.of(Map.of("retry-AFTER", value), NOW).retryAfterSeconds();
    }

    @Test
    void retryAfterIsReadAsSecondsOrAsDate() {
        assertThat(retryAfter("42")).hasValue(42);
        assertThat(retryAfter("Mon, 02 Mar 2026 09:00:30 GMT")).hasValue(30);
        assertThat(retryAfter("Mon, 02 Mar 2026 08:00:00 GMT")).hasValue(0);
    }

    @Test
    void retryAfterIsNeverLongerThanFiveMinutes() {
        assertThat(retryAfter("3600")).hasValue(300);
        assertThat(retryAfter("99999999999999999999999")).hasValue(300);
        assertThat(retryAfter("Tue, 03 Mar 2026 09:00:00 GMT")).hasValue(300);
    }

    @Test
    void theServersOwnDateCountsWhereOurClockIsWrong() {
        RateLimit limit = RateLimit.of(
                Map.of("Retry-After", "Mon, 02 Mar 2026 11:00:10 GMT", "date", "Mon, 02 Mar 2026 11:00:00 GMT"), NOW);
        assertThat(limit.retryAfterSeconds()).hasValue(10);
    }

    @Test
    void whatMakesNoSenseIsAsIfItWereNotThere() {
        assertThat(retryAfter("soon")).isEmpty();
        assertThat(retryAfter("-5")).isEmpty();
        RateLimit limit = RateLimit.of(Map.of("inin-ratelimit-allowed", "1e9", "inin-ratelimit-count", ""), NOW);
        assertThat(limit.allowed()).isEmpty();
        assertThat(limit.count()).isEmpty();
    }

    @Test
    void numbersAreReadWhateverTheCaseOfTheirNames() {
        RateLimit limit = RateLimit.of(
                Map.of("ININ-RateLimit-Allowed", 180, "inin-ratelimit-COUNT", "7", "Inin-Ratelimit-Reset", "61"), NOW);
        assertThat(limit.allowed()).hasValue(180);
        assertThat(limit.count()).hasValue(7);
        assertThat(limit.resetSeconds()).hasValue(61);
    }

    @Test
    void a_quota_that_no_organisation_has_is_none() {
        for (String allowed : new String[] {"0", "10000001", "999999999999999"}) {
            assertThat(RateLimit.of(Map.of("inin-ratelimit-allowed", allowed), NOW)
                            .allowed())
                    .isEmpty();
        }
    }
}

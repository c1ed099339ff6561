package org.engageconnector.app.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class RequestMonthTest {

    private static final YearMonth JUNE = YearMonth.of(2026, 6);

    private static long at(String time) {
        return Instant.parse(time).toEpochMilli();
    }

    @Test
    void a_month_goes_on_as_until_now() {
        RequestMonth month = new RequestMonth(JUNE, at("2026-05-20T00:00:00Z"), 1_000);
        assertThat(month.projected(at("2026-06-11T00:00:00Z"))).isCloseTo(3_000, within(0.01));
        assertThat(month.projected(at("2026-07-01T00:00:00Z"))).isCloseTo(1_000, within(0.01));
    }

    @Test
    void a_connector_that_began_in_the_middle_counts_from_then() {
        RequestMonth month = new RequestMonth(JUNE, at("2026-06-16T00:00:00Z"), 1_000);
        assertThat(month.projected(at("2026-06-21T00:00:00Z"))).isCloseTo(3_000, within(0.01));
    }

    @Test
    void the_first_hour_says_nothing() {
        RequestMonth month = new RequestMonth(JUNE, at("2026-06-16T00:00:00Z"), 1_000);
        assertThat(month.projected(at("2026-06-16T00:59:59Z"))).isNaN();
        assertThat(month.projected(at("2026-06-16T01:00:00Z"))).isNotNaN();
    }

    @Test
    void a_month_is_one_of_utc() {
        assertThat(RequestMonth.of(at("2026-06-30T23:59:59.999Z"))).isEqualTo(JUNE);
        assertThat(RequestMonth.of(at("2026-07-01T00:00:00Z"))).isEqualTo(JUNE.plusMonths(1));
    }

    @Test
    void an_estimate_grows_with_the_site_until_the_quota_and_shrinks_with_linger() {
        double small = estimate(20, 0).perMonth();
        assertThat(estimate(20, 2_000).perMonth()).isLessThan(small);
        assertThat(estimate(100, 0).perMonth()).isGreaterThan(small);
        assertThat(estimate(0, 0).perMonth()).isZero();
        // Two tokens of 297 requests a minute, and the comparisons.
        assertThat(estimate(50_000, 0).perMonth()).isLessThan(2 * 297 * 60 * 8 * 22 + 730 * 1_500.0 + 1);
        // One request of conversations each 2 s at most, three of agent states, on 22 days of 8 hours.
        assertThat(estimate(1_000, 2_000).perMonth()).isLessThan(2 * 3_600 * 8 * 22 + 730 * 110.0 + 1);
    }

    private static RequestEstimate estimate(int agents, long linger) {
        return new RequestEstimate(agents, Duration.ofMillis(linger), Duration.ofMillis(linger), Duration.ofHours(1));
    }
}

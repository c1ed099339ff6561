package org.engageconnector.component.journal.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** An owner that cannot work does not keep the work from an instance that can. */
class SteppingAsideTest {

    private final SteppingAside steps = new SteppingAside();

    @Test
    void an_owner_that_can_work_keeps_its_lease() {
        assertThat(steps.now(true, at(0))).isFalse();
        assertThat(steps.now(true, at(100))).isFalse();
    }

    @Test
    void a_session_that_is_away_for_less_than_a_second_changes_nothing() {
        assertThat(steps.now(false, at(10))).isFalse();
        assertThat(steps.now(false, at(10.9))).isFalse();
        assertThat(steps.now(true, at(11.5))).isFalse();
        assertThat(steps.now(false, at(12))).isFalse();
    }

    @Test
    void after_a_second_it_steps_aside_and_lets_others_come_first_for_three() {
        steps.now(false, at(10));

        assertThat(steps.now(false, at(11))).isTrue();
        assertThat(steps.staysAway(false, at(13.9))).isTrue();
        assertThat(steps.staysAway(false, at(14))).isFalse();
    }

    @Test
    void it_asks_at_once_when_it_can_work_again() {
        steps.now(false, at(10));
        steps.now(false, at(11));

        assertThat(steps.staysAway(true, at(11.5))).isFalse();
    }

    @Test
    void where_nobody_else_is_it_keeps_the_lease_and_offers_it_every_fifteen_seconds() {
        steps.now(false, at(10));
        steps.now(false, at(11));

        assertThat(steps.now(false, at(25.9))).isFalse();
        assertThat(steps.now(false, at(26))).isTrue();
    }

    private static long at(double seconds) {
        // near the end of the clock's range, where it turns over
        return Long.MAX_VALUE - Duration.ofSeconds(20).toNanos() + (long) (seconds * 1e9);
    }
}

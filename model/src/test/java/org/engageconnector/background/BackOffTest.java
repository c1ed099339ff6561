package org.engageconnector.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackOffTest {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration CAP = Duration.ofSeconds(15);

    @Test
    void waits_double_up_to_the_longest() {
        BackOff backOff = BackOff.exact(FIRST, CAP);
        assertThat(IntStream.range(0, 6).mapToObj(backOff::delay).map(Duration::toSeconds))
                .containsExactly(1L, 2L, 4L, 8L, 15L, 15L);
    }

    @Test
    void failures_without_end_wait_no_longer_than_the_longest() {
        assertThat(BackOff.exact(FIRST, CAP).delay(Integer.MAX_VALUE)).isEqualTo(CAP);
    }

    @Test
    void chance_makes_a_wait_shorter_and_longer_by_no_more_than_it_may() {
        assertThat(new BackOff(FIRST, CAP, 0.25, 0.2, () -> 0).delay(0)).isEqualTo(Duration.ofMillis(750));
        assertThat(new BackOff(FIRST, CAP, 0.25, 0.2, () -> 1).delay(0)).isEqualTo(Duration.ofMillis(1_200));
    }
}

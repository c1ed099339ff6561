package org.engageconnector.component.journal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.engageconnector.journal.DeliveryPath;
import org.junit.jupiter.api.Test;

class PathStateTest {

    private static final long SECOND = 1_000_000_000L;

    private final PathState path = new PathState(DeliveryPath.CONVERSATIONS, Duration.ofMinutes(1), () -> 0);

    @Test
    void failuresAreWaitedOutLongerEachTimeUpToFifteenSeconds() {
        long[] waits = new long[6];
        for (int i = 0; i < waits.length; i++) {
            path.failed(0);
            waits[i] = path.waitFor(0) / SECOND;
        }
        assertThat(waits).containsExactly(1, 2, 4, 8, 15, 15);
    }

    @Test
    void afterAFailureOneRequestAtATimeFeelsTheWay() {
        path.failed(0);
        assertThat(path.waitFor(SECOND)).isZero();
        path.inFlight = 1;
        assertThat(path.waitFor(SECOND)).isEqualTo(Long.MAX_VALUE);
        path.works();
        assertThat(path.waitFor(SECOND)).isZero();
    }

    @Test
    void aStoppedPathIsTriedEveryMinuteAndSaysSoOnce() {
        assertThat(path.stop(0, 0, "no permission", false)).isTrue();
        assertThat(path.waitFor(59 * SECOND)).isEqualTo(SECOND);
        assertThat(path.waitFor(60 * SECOND)).isZero();
        assertThat(path.stop(60 * SECOND, 0, "no permission", false)).isFalse();
        assertThat(path.waitFor(61 * SECOND)).isEqualTo(59 * SECOND);
        assertThat(path.works()).isTrue();
        assertThat(path.isStopped()).isFalse();
    }
}

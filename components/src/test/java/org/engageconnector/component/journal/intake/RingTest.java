package org.engageconnector.component.journal.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.engageconnector.component.redis.RedisKeys;
import org.junit.jupiter.api.Test;

/** What is kept for the case that Redis forgets what it confirmed. */
class RingTest {

    private static final long START = System.nanoTime();

    private final FrameMarker marker = new FrameMarker(RedisKeys.ofTenant("t"));
    private final Ring ring = new Ring();

    @Test
    void keepsTheOrderOfTheAppendsAcrossFamilies() {
        ring.add(marker.mark(List.of(Frames.at("vq", 2, 30), Frames.at("extension", 1, 20))), at(0));
        ring.add(marker.mark(List.of(Frames.at("call", 3, 10))), at(1));

        assertThat(numbers()).containsExactly("2", "1", "3");
    }

    @Test
    void forgetsWhatWasConfirmedMoreThanFifteenSecondsAgo() {
        add(1, 0);
        add(2, 5);
        add(3, 16);

        assertThat(numbers()).containsExactly("2", "3");
    }

    @Test
    void theTimeInWhichRedisWasAwayDoesNotCount() {
        add(1, 0);
        add(2, 5);
        add(3, 12);

        ring.keepFrom(at(14));

        assertThat(numbers()).as("away from second 14 on, back whenever").containsExactly("1", "2", "3");
    }

    @Test
    void whatIsOldWhenRedisGoesAwayDoesNotComeAgainHoweverLongNothingNewCame() {
        add(1, 0);
        add(2, 5);

        ring.keepFrom(at(3_600));

        assertThat(numbers()).isEmpty();
    }

    private void add(long number, long second) {
        ring.add(marker.mark(List.of(Frames.ringing("a", number))), at(second));
    }

    private List<String> numbers() {
        return ring.contents().stream()
                .flatMap(List::stream)
                .map(frame -> new String(frame.body()))
                .toList();
    }

    private static long at(long second) {
        return START + TimeUnit.SECONDS.toNanos(second);
    }
}

package org.engageconnector.message.tkv;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import org.engageconnector.message.LeakWitness;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Whatever a peer sends: the decoder ends, stays within its limit, and releases every buffer. 50,000 frames in the build,
 * 1,000,000 with {@code -Dlong=true}. A failure names its seed; {@code -Dseed=n} plays it again.
 */
class TkvRandomBytesTest {

    private static final int LIMIT = 4_096;
    private static final int FRAMES = Boolean.getBoolean("long") ? 1_000_000 : 50_000;
    private static final Duration BOUND = ofSeconds(Boolean.getBoolean("long") ? 1_200 : 120);

    private final long seed = Long.getLong("seed", ThreadLocalRandom.current().nextLong());
    private final SplittableRandom random = new SplittableRandom(seed);

    @AfterAll
    static void noBufferLeaked() {
        LeakWitness.assertNothingLeaked();
    }

    @Test
    void mutatedFramesEndInFramesOrInOneRefusal() {
        List<Fixture> fixtures = Fixture.accepted();
        assertTimeoutPreemptively(BOUND, () -> {
            for (int i = 0; i < FRAMES / 2; i++) {
                byte[] frame =
                        fixtures.get(random.nextInt(fixtures.size())).bytes().clone();
                for (int change = random.nextInt(4); change >= 0; change--) {
                    frame[random.nextInt(frame.length)] = (byte) random.nextInt(256);
                }
                play(frame);
            }
        });
    }

    @Test
    void randomBytesEndInFramesOrInOneRefusal() {
        assertTimeoutPreemptively(BOUND, () -> {
            for (int i = 0; i < FRAMES / 2; i++) {
                byte[] bytes = new byte[random.nextInt(1, 200)];
                random.nextBytes(bytes);
                if (random.nextBoolean()) {
                    // a length that fits, so that more than the length check is met
                    bytes = new byte[random.nextInt(8, 200)];
                    random.nextBytes(bytes);
                    bytes[0] = 0;
                    bytes[1] = 0;
                    bytes[2] = 0;
                    bytes[3] = (byte) (bytes.length - 4);
                    bytes[6] = 0;
                    bytes[7] = (byte) random.nextInt(4);
                }
                play(bytes);
            }
        });
    }

    private void play(byte[] bytes) {
        try (Wire wire = new Wire(LIMIT)) {
            boolean refused = false;
            int from = 0;
            while (from < bytes.length) {
                int to = Math.min(bytes.length, from + random.nextInt(1, bytes.length + 1));
                try {
                    wire.feed(bytes, from, to);
                } catch (TkvException refusal) {
                    assertThat(refused).as("refused once, seed %s", seed).isFalse();
                    refused = true;
                }
                from = to;
            }
            for (TkvFrame frame : wire.frames()) {
                assertThat(Fixture.describe(Tkv.decode(Tkv.encode(frame.message()))))
                        .as("says the same after another encoding, seed %s", seed)
                        .isEqualTo(Fixture.describe(frame.message()));
            }
            assertThat(wire.mostMemory()).as("buffer memory, seed %s", seed).isLessThan(3L * LIMIT);
        }
    }
}

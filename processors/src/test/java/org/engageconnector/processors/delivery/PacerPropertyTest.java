package org.engageconnector.processors.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Whatever the server answers, and however late, it never sees more than the quota in any minute. */
class PacerPropertyTest {

    private static final long SECOND = PacerRun.SECOND;

    @Property(tries = 150)
    void neverMoreThanTheQuotaInAnyMinute(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 900) int ceiling,
            @ForAll @IntRange(min = 1, max = 16) int maxInFlight,
            @ForAll @LongRange(min = 1, max = 4000) long slowestMillis,
            @ForAll @DoubleRange(min = 0.05, max = 1) double share,
            @ForAll long start) {
        Random random = new Random(seed);
        // near the ends of long as well: System.nanoTime() may be anywhere
        PacerRun run = new PacerRun(share, ceiling, Map.of(), start / 4, random.nextDouble());
        int quota = (int) Math.max(1, Math.floor(Math.min(ceiling, 300) * share));
        for (int phase = 0; phase < 6; phase++) {
            run.backlog(
                    1 + random.nextInt(60), maxInFlight, List.of("a", "b"), now -> anyAnswer(random, slowestMillis));
            run.idle(random.nextInt(70));
        }
        assertThat(PacerRun.mostInAMinute(run.arrived)).isLessThanOrEqualTo(quota);
    }

    private static PacerRun.Answer anyAnswer(Random random, long slowestMillis) {
        long total = (1 + (long) (random.nextDouble() * slowestMillis)) * PacerRun.MILLI;
        long transit = (long) (random.nextDouble() * total);
        Map<String, String> headers = new HashMap<>();
        int status = 200;
        if (random.nextInt(4) == 0) {
            headers.put("inin-ratelimit-allowed", "300");
        }
        if (random.nextInt(10) == 0) {
            headers.put("inin-ratelimit-count", String.valueOf(random.nextInt(400)));
            headers.put("inin-ratelimit-reset", String.valueOf(random.nextInt(61)));
        }
        if (random.nextInt(50) == 0) {
            status = 429;
            headers.put("Retry-After", random.nextBoolean() ? String.valueOf(random.nextInt(20)) : "soon");
        }
        return new PacerRun.Answer(transit, total, status, headers);
    }

    @Property(tries = 50)
    void aBacklogUsesNearlyAllOfTheQuota(
            @ForAll @IntRange(min = 30, max = 600) int quota, @ForAll @LongRange(min = 5, max = 500) long millis) {
        PacerRun run = new PacerRun(1, quota, Map.of(), 0, 0);
        Map<String, String> allowed = Map.of("inin-ratelimit-allowed", String.valueOf(quota));
        run.backlog(
                600,
                8,
                List.of("a"),
                now -> new PacerRun.Answer(millis * PacerRun.MILLI / 2, millis * PacerRun.MILLI, 200, allowed));
        assertThat(run.sent.size() / (quota * 10.0)).isGreaterThanOrEqualTo(0.98);
        assertThat(run.now).isEqualTo(600 * SECOND);
    }
}

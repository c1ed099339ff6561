package org.engageconnector.processors.configsync.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.engageconnector.processors.configsync.plan.Action;
import org.engageconnector.processors.configsync.plan.Change;
import org.engageconnector.processors.configsync.plan.ObjectKind;
import org.engageconnector.processors.configsync.plan.Plan;
import org.junit.jupiter.api.Test;

/** How far a long run is: done, to do, time left. */
class ProgressTest {

    private final AtomicLong clock = new AtomicLong(1_000);
    private final Progress progress = new Progress(clock::get);

    @Test
    void theTimeLeftIsThatOfThePaceSoFar() {
        progress.start(plan(100));
        progress.phase("user");
        assertThat(progress.view()).isEqualTo(new Progress.View("user", 0, 100, -1));
        assertThat(ProgressLog.line(progress.view())).isEqualTo("user: 0 of 100 changes done, time left not known yet");
        clock.addAndGet(600_000);
        IntStream.range(0, 10).forEach(i -> progress.oneMore(ObjectKind.USER));
        assertThat(progress.view()).isEqualTo(new Progress.View("user", 10, 100, 5_400));
        assertThat(progress.ratio(ObjectKind.USER)).isEqualTo(0.1);
        assertThat(ProgressLog.line(progress.view())).isEqualTo("user: 10 of 100 changes done, about 1 h 30 min left");
    }

    @Test
    void aRunThatEndedHasNoTimeLeft() {
        progress.start(plan(100));
        progress.oneMore(ObjectKind.USER);
        clock.addAndGet(1_000);
        progress.phase("idle");
        assertThat(progress.view().secondsLeft()).isZero();
    }

    private static Plan plan(int users) {
        List<Change> changes = IntStream.range(0, users)
                .mapToObj(i -> Change.of(ObjectKind.USER, Action.CREATE, String.valueOf(i), "person " + i))
                .toList();
        return new Plan(changes);
    }
}

package org.engageconnector.component.journal.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** An input that fails is tried three times and then halved down to the bad entry. */
class RetriesTest {

    @Test
    void threeFailuresComeBeforeAnythingIsCut() {
        Retries retries = new Retries(100);

        assertThat(retries.failed(80)).isFalse();
        assertThat(retries.failed(80)).isFalse();
        assertThat(retries.limit()).isEqualTo(100);
        assertThat(retries.failed(80)).isFalse();
        assertThat(retries.limit()).isEqualTo(40);
    }

    @Test
    void aFailureThatPassesBringsTheBatchSizeBack() {
        Retries retries = new Retries(100);
        retries.failed(4);
        retries.failed(4);
        retries.failed(4);

        retries.succeeded(2);
        assertThat(retries.limit()).isEqualTo(2);
        retries.succeeded(2);
        assertThat(retries.limit()).isEqualTo(100);
    }

    @Test
    void oneBadEntryAfterAnotherIsTakenEverMoreSlowly() {
        Retries retries = new Retries(1);
        long last = 0;
        for (int entry = 0; entry < 5; entry++) {
            retries.failed(1);
            retries.failed(1);
            assertThat(retries.failed(1)).isTrue();
            retries.removed();
            assertThat(retries.pauseMillis()).isGreaterThan(last);
            last = retries.pauseMillis();
        }
        retries.succeeded(1);
        retries.failed(1);
        assertThat(retries.pauseMillis()).isLessThan(last);
    }

    @Property(tries = 300)
    void exactlyTheBadEntriesAreBuried(
            @ForAll @IntRange(min = 1, max = 64) int batch,
            @ForAll @IntRange(min = 1, max = 150) int entries,
            @ForAll @Size(max = 5) Set<@IntRange(min = 0, max = 149) Integer> bad) {
        Retries retries = new Retries(batch);
        List<Integer> left = new ArrayList<>();
        for (int i = 0; i < entries; i++) {
            left.add(i);
        }
        List<Integer> buried = new ArrayList<>();
        int steps = 0;
        while (!left.isEmpty()) {
            assertThat(steps++).as("it ends").isLessThan(5_000);
            List<Integer> step = new ArrayList<>(left.subList(0, Math.min(left.size(), retries.limit())));
            if (step.stream().noneMatch(bad::contains)) {
                left.removeAll(step);
                retries.succeeded(step.size());
            } else if (retries.failed(step.size())) {
                buried.add(left.remove(0));
                retries.removed();
            }
        }
        assertThat(buried)
                .isEqualTo(bad.stream().filter(i -> i < entries).sorted().toList());
    }
}

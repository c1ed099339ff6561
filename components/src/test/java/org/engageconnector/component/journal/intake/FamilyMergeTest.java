package org.engageconnector.component.journal.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.engageconnector.message.ReceivedFrame;
import org.junit.jupiter.api.Test;

/** The families of a pair merge by event time when frames have been waiting, and go at once when not. */
class FamilyMergeTest {

    private static final long LONG_AGO = System.nanoTime() - TimeUnit.SECONDS.toNanos(60);

    private final FamilyMerge merge = new FamilyMerge();

    @Test
    void freshFramesGoAtOnce() {
        merge.add(new Submission(List.of(Frames.at("vq", 1, 5_000_000))));

        assertThat(numbers(merge.take(10, 1_000))).containsExactly(1L);
        assertThat(merge.waitNanos()).isZero();
    }

    @Test
    void framesThatWaitedTogetherAreMergedByEventTime() {
        merge.add(new Submission(List.of(Frames.at("vq", 1, 10), Frames.at("vq", 2, 40))));
        merge.add(new Submission(List.of(Frames.at("call", 3, 20), Frames.at("call", 4, 30))));

        assertThat(numbers(merge.take(10, 1_000))).containsExactly(1L, 3L, 4L, 2L);
    }

    @Test
    void inABacklogNothingPassesAFamilyThatMayHaveEarlierFramesBehind() {
        merge.add(new Submission(List.of(old("vq", 1, 10), old("vq", 2, 90_000_000))));
        merge.add(new Submission(List.of(old("call", 3, 20), old("call", 4, 5_000_000))));

        assertThat(numbers(merge.take(10, 1_000))).containsExactly(1L, 3L, 4L);
        assertThat(merge.waitNanos()).as("the call family may bring more").isPositive();

        merge.add(new Submission(List.of(old("call", 5, 6_000_000))));
        assertThat(merge.waitNanos()).isZero();
        assertThat(numbers(merge.take(10, 1_000))).containsExactly(5L);
    }

    @Test
    void whatCouldNotBeAppendedGoesBackToItsPlace() {
        Submission vq = new Submission(List.of(Frames.at("vq", 1, 10), Frames.at("vq", 2, 30)));
        merge.add(vq);
        merge.add(new Submission(List.of(Frames.at("call", 3, 20))));
        List<FamilyQueue.Timed> taken = merge.take(2, 1_000);
        merge.putBack(taken);

        assertThat(numbers(merge.take(10, 1_000))).containsExactly(1L, 3L, 2L);
        merge.remove(vq, 0);
        assertThat(merge.isEmpty()).isTrue();
    }

    @Property(tries = 100)
    void everyFamilyKeepsItsOrder(
            @ForAll List<@IntRange(min = 0, max = 2) Integer> families, @ForAll @IntRange(min = 1, max = 5) int most) {
        String[] names = {"vq", "extension", "call"};
        Map<String, List<Long>> given = new HashMap<>();
        for (int i = 0; i < families.size(); i++) {
            String family = names[families.get(i)];
            given.computeIfAbsent(family, name -> new ArrayList<>()).add((long) i);
            merge.add(new Submission(List.of(Frames.at(family, i, (i * 7919L) % 1_000))));
        }
        Map<String, List<Long>> got = new HashMap<>();
        while (!merge.isEmpty()) {
            merge.take(most, 1_000_000)
                    .forEach(timed -> got.computeIfAbsent(timed.frame().family(), name -> new ArrayList<>())
                            .add(number(timed.frame())));
        }
        assertThat(got).isEqualTo(given);
    }

    private static ReceivedFrame old(String family, long number, long micros) {
        ReceivedFrame frame = Frames.at(family, number, micros);
        return new ReceivedFrame(
                frame.server(),
                frame.member(),
                family,
                "a",
                frame.startTime(),
                null,
                frame.message(),
                frame.bytes(),
                LONG_AGO);
    }

    private static List<Long> numbers(List<FamilyQueue.Timed> timed) {
        return timed.stream()
                .map(FamilyQueue.Timed::frame)
                .map(FamilyMergeTest::number)
                .toList();
    }

    private static long number(ReceivedFrame frame) {
        return Long.parseLong(new String(frame.bytes()));
    }
}

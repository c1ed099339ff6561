package org.engageconnector.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Three faults of the suite, as a person would see them; {@code robustness/run} plays all. */
class ShortRunIT {

    private static final List<String> SHORT = List.of("kill-owner", "lost-answers", "kill-redis");

    @Test
    @Timeout(600)
    void nothingIsLostOrReorderedWhenTheOwnerOrRedisIsKilledOrAnswersAreLost() throws Exception {
        List<Fault> faults = Faults.all().stream()
                .filter(fault -> SHORT.contains(fault.name()))
                .toList();
        List<Verdict> verdicts = Robustness.play(Path.of("..").toAbsolutePath().normalize(), null, 10, faults);

        assertThat(verdicts).hasSize(SHORT.size());
        assertThat(verdicts).allSatisfy(verdict -> {
            assertThat(verdict.expected()).as("something was played").isGreaterThan(50);
            assertThat(verdict.lost()).as(verdict.row()).isZero();
            assertThat(verdict.reordered()).as(verdict.row()).isZero();
            assertThat(verdict.good()).as(verdict.row()).isTrue();
        });
        assertThat(verdicts)
                .filteredOn(verdict -> verdict.fault().name().equals("lost-answers"))
                .allSatisfy(verdict -> assertThat(verdict.repeated())
                        .as("a lost answer must lead to a repeat, or the fault did not hit")
                        .isPositive());
    }
}

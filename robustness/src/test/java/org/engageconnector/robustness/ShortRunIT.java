package org.engageconnector.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Three faults of the suite, as a person would see them; {@code robustness/run} plays all. */
class ShortRunIT {

    /** In one world: a build has other work on the same processors. */
    private static final String[] SHORT = {"--lanes", "1", "kill-owner", "lost-answers", "kill-redis"};

    @Test
    @Timeout(600)
    void nothingIsLostOrReorderedWhenTheOwnerOrRedisIsKilledOrAnswersAreLost() throws Exception {
        List<Verdict> verdicts = Robustness.play(Path.of("..").toAbsolutePath().normalize(), Options.parse(SHORT));

        assertThat(verdicts).hasSize(3);
        assertThat(verdicts).allSatisfy(verdict -> {
            assertThat(verdict.expected()).as("something was played").isGreaterThan(50);
            assertThat(verdict.lost()).as(Report.row(verdict)).isZero();
            assertThat(verdict.reordered()).as(Report.row(verdict)).isZero();
            assertThat(verdict.good()).as(Report.row(verdict)).isTrue();
        });
        assertThat(verdicts)
                .filteredOn(verdict -> verdict.fault().name().equals("lost-answers"))
                .allSatisfy(verdict -> assertThat(verdict.repeated())
                        .as("a lost answer must lead to a repeat, or the fault did not hit")
                        .isPositive());
    }
}

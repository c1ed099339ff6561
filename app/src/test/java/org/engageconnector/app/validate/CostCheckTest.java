package org.engageconnector.app.validate;

import static org.assertj.core.api.Assertions.assertThat;

import org.engageconnector.app.failure.ExitCode;
import org.junit.jupiter.api.Test;

class CostCheckTest {

    @Test
    void requests_beyond_what_is_in_the_price_are_a_warning_that_says_how_many() {
        Finding finding = CostCheck.finding(10, 750_000, 800_000, true);
        assertThat(finding.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(finding.line())
                .contains("warning")
                .contains("800,000")
                .contains("750,000")
                .contains("ex.delivery.linger");
    }

    @Test
    void requests_within_it_are_fine() {
        assertThat(CostCheck.finding(10, 750_000, 750_000, false).line())
                .startsWith("ok")
                .contains("at the documented load");
    }
}

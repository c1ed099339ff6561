package org.engageconnector.component.journal.step;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a dead letter says of an error names no caller. */
class FaultsTest {

    @Test
    void numbersAndQuotedTextAreBlottedOut() {
        String text = Faults.describe(
                new IllegalStateException("call of \"Ann Smith\" from 4915112345678 has no 'name' in step 7"));

        assertThat(text)
                .contains("java.lang.IllegalStateException")
                .contains("FaultsTest.java")
                .contains("step 7")
                .doesNotContain("Ann")
                .doesNotContain("4915112345678")
                .doesNotContain("name'");
    }

    @Test
    void theInnermostCauseCounts() {
        assertThat(Faults.describe(new RuntimeException(new NullPointerException())))
                .startsWith("java.lang.NullPointerException at FaultsTest.java:");
    }
}

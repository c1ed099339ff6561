package org.engageconnector.component.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a dead letter says of an error names no caller. */
class DeadLetterTest {

    @Test
    void numbersAndQuotedTextAreBlottedOut() {
        String text = DeadLetter.describe(
                new IllegalStateException("call of \"Ann Smith\" from 4915112345678 has no 'name' in step 7"));

        assertThat(text)
                .contains("java.lang.IllegalStateException")
                .contains("DeadLetterTest.java")
                .contains("step 7")
                .doesNotContain("Ann")
                .doesNotContain("4915112345678")
                .doesNotContain("name'");
    }

    @Test
    void theInnermostCauseCounts() {
        assertThat(DeadLetter.describe(new RuntimeException(new NullPointerException())))
                .startsWith("java.lang.NullPointerException at DeadLetterTest.java:");
    }
}

package org.engageconnector.component.journal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StoppedTimeTest {

    @Test
    void ageDoesNotGrowWhileThePathIsStopped() {
        StoppedTime stopped = StoppedTime.NEVER.with(1_000, 61_000);
        assertThat(stopped.age(0, 70_000)).isEqualTo(10_000);
        assertThat(stopped.age(31_000, 70_000)).isEqualTo(9_000);
        assertThat(stopped.age(65_000, 70_000)).isEqualTo(5_000);
        assertThat(stopped.age(0, 500)).isEqualTo(500);
    }

    @Test
    void aStopThatGoesOnIsOneSpan() {
        StoppedTime stopped = StoppedTime.NEVER.with(0, 60_000).with(60_010, 120_010);
        assertThat(stopped.spans()).hasSize(1);
        assertThat(stopped.age(0, 120_010)).isZero();
    }

    @Test
    void itIsReadBackAsItWasWritten() {
        StoppedTime stopped = StoppedTime.NEVER.with(0, 10).with(100_000, 100_010);
        assertThat(StoppedTime.parse(stopped.text())).isEqualTo(stopped);
        assertThat(StoppedTime.parse("")).isEqualTo(StoppedTime.NEVER);
        assertThat(StoppedTime.parse(null)).isEqualTo(StoppedTime.NEVER);
    }
}

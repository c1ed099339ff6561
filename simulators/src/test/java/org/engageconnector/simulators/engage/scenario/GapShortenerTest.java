package org.engageconnector.simulators.engage.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Only the part of a gap above 2.5 s is shortened; expected times move with the events. */
class GapShortenerTest {

    @Test
    void gapsUpTo2500MillisecondsAreKeptAndLongerOnesCut() {
        GapShortener times = new GapShortener(events(0, 100, 2_600, 12_600, 12_700), 2_500);
        assertThat(times.played(100)).isEqualTo(100);
        assertThat(times.played(2_600)).isEqualTo(2_600);
        assertThat(times.played(12_600)).isEqualTo(5_100);
        assertThat(times.played(12_700)).isEqualTo(5_200);
    }

    @Test
    void anExpectedTimeKeepsItsDistanceFromTheEventBeforeIt() {
        GapShortener times = new GapShortener(events(0, 60_000), 2_500);
        assertThat(times.played(2_000)).isEqualTo(2_000);
        assertThat(times.played(62_001)).isEqualTo(4_501);
    }

    @Test
    void aWindowIsNeverCut() {
        assertThatThrownBy(() -> new GapShortener(events(0), 2_499)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void noGapGrowsNoneIsReorderedAndNoneBelow2500Changes(
            @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 0, max = 10_000) Integer> gaps,
            @ForAll @IntRange(min = 2_500, max = 9_000) int longest) {
        long[] at = new long[gaps.size()];
        for (int i = 0; i < at.length; i++) {
            at[i] = (i == 0 ? 0 : at[i - 1]) + gaps.get(i);
        }
        GapShortener times = new GapShortener(events(at), longest);
        for (int i = 1; i < at.length; i++) {
            long written = at[i] - at[i - 1];
            long played = times.played(at[i]) - times.played(at[i - 1]);
            assertThat(played).isEqualTo(Math.min(written, longest));
        }
    }

    private static List<ScenarioEvent> events(long... at) {
        List<ScenarioEvent> events = new ArrayList<>();
        for (long time : at) {
            events.add(new ScenarioEvent(time, Stream.CALL, "EventCallCreated", Map.of()));
        }
        return events;
    }
}

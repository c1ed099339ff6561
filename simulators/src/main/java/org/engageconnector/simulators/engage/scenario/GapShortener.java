package org.engageconnector.simulators.engage.scenario;

import java.util.List;

/**
 * Maps the times of a scenario to the times at which it is played.
 *
 * <p>Between two events up to 2.5 s pass as written, so that no window of the rules is cut; only what a gap has above that is
 * shortened. A time between two events (an expected one, for example) keeps its distance from the event before it.
 */
public final class GapShortener {

    /** The part of a gap that is never shortened, in milliseconds (simulators, "Playing golden files for real"). */
    public static final long KEPT_MILLIS = 2_500;

    private final long[] written;
    private final long[] played;

    /**
     * @param events of one scenario, in their order
     * @param longestGapMillis to what a longer gap is cut, in milliseconds, 2500 or more; {@link Long#MAX_VALUE} keeps all
     */
    public GapShortener(List<ScenarioEvent> events, long longestGapMillis) {
        if (longestGapMillis < KEPT_MILLIS) {
            throw new IllegalArgumentException(
                    "longest gap " + longestGapMillis + " ms, expected " + KEPT_MILLIS + " or more");
        }
        written = events.stream().mapToLong(ScenarioEvent::at).toArray();
        played = new long[written.length];
        for (int i = 0; i < written.length; i++) {
            long gap = i == 0 ? written[0] : written[i] - written[i - 1];
            played[i] = (i == 0 ? 0 : played[i - 1]) + Math.min(gap, longestGapMillis);
        }
    }

    /** When a time of the scenario is played; both in milliseconds since its start. */
    public long played(long at) {
        int before = -1;
        while (before + 1 < written.length && written[before + 1] <= at) {
            before++;
        }
        if (before < 0) {
            return at;
        }
        long moved = played[before] + at - written[before];
        return before + 1 < written.length ? Math.min(moved, played[before + 1]) : moved;
    }
}

package org.engageconnector.simulators.engage.play;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How to play.
 *
 * @param callsPerSecond new calls a second over all switches, above 0
 * @param breaksPerSecond breaks that agents take, a second; 0 for none
 * @param mix name of a scenario to its weight; every one is played once before chance begins
 * @param longestGapMillis to what longer gaps of a scenario are cut, 2500 or more
 * @param loginMillis over how long the agents log in, from the start on
 * @param seed the same seed plays the same
 * @param remember whether played calls and expectations are kept in memory; false for runs without end
 */
public record PlayOptions(
        double callsPerSecond,
        double breaksPerSecond,
        Map<String, Integer> mix,
        long longestGapMillis,
        long loginMillis,
        long seed,
        boolean remember) {

    /** How many milliseconds an agent has between two calls (simulators, "Playing golden files for real"). */
    public static final long REST_MILLIS = 20_000;

    public PlayOptions {
        if (!(callsPerSecond > 0) || breaksPerSecond < 0 || loginMillis < 0) {
            throw new IllegalArgumentException("calls per second must be above 0; breaks and login time not negative");
        }
        mix = Map.copyOf(mix);
    }

    /** All calls that need no settings of their own, the plain ones most often; gaps cut to 2.5 s. */
    public static PlayOptions of(double callsPerSecond, long seed) {
        return new PlayOptions(callsPerSecond, callsPerSecond / 5, defaultMix(), 2_500, 5_000, seed, true);
    }

    /** The same with other scenarios. */
    public PlayOptions withMix(Map<String, Integer> other) {
        return new PlayOptions(callsPerSecond, breaksPerSecond, other, longestGapMillis, loginMillis, seed, remember);
    }

    /** The same with agents who log in over that many milliseconds. */
    public PlayOptions withLogin(long millis) {
        return new PlayOptions(callsPerSecond, breaksPerSecond, mix, longestGapMillis, millis, seed, remember);
    }

    /** The same without keeping what was played. */
    public PlayOptions forgetting() {
        return new PlayOptions(callsPerSecond, breaksPerSecond, mix, longestGapMillis, loginMillis, seed, false);
    }

    private static Map<String, Integer> defaultMix() {
        Map<String, Integer> mix = new LinkedHashMap<>();
        mix.put("inbound-queued-answered", 30);
        mix.put("inbound-answered-agent-hangs-up", 20);
        mix.put("abandoned-in-queue", 8);
        mix.put("abandoned-while-ringing", 4);
        mix.put("ring-no-answer-second-agent", 5);
        mix.put("diverted-to-another-queue", 5);
        mix.put("two-queues-one-wins", 5);
        mix.put("outbound-answered", 8);
        mix.put("internal-agent-to-agent", 4);
        mix.put("blind-transfer-to-agent", 3);
        mix.put("blind-transfer-to-queue", 3);
        mix.put("blind-transfer-to-outside-number", 2);
        mix.put("consult-then-complete", 3);
        mix.put("consult-then-cancel", 3);
        mix.put("conference-then-one-leaves", 3);
        mix.put("agent-logged-out-in-mid-call", 2);
        mix.put("announcement-first-survey-last", 2);
        mix.put("blind-transfer-leaves-the-switch", 2);
        mix.put("call-from-another-switch", 2);
        mix.put("call-type-told-late", 2);
        mix.put("caller-leaves-during-consult", 2);
        mix.put("conference-customer-leaves", 2);
        mix.put("consult-completed-before-answer", 2);
        mix.put("consult-to-outside-number-then-complete", 2);
        mix.put("consult-to-queue-given-up", 2);
        mix.put("disposition-set-again-after-the-call", 2);
        mix.put("hunt-group-all-ring", 2);
        mix.put("no-answer-overflow-to-another-dn", 2);
        mix.put("no-answer-overflow-to-another-queue", 2);
        mix.put("phone-without-user-transfers-to-agent", 2);
        mix.put("predictive-outbound-answered", 2);
        mix.put("preview-outbound-not-answered", 2);
        mix.put("redirected-while-ringing-to-outside-number", 2);
        mix.put("ring-no-answer-legacy-state", 2);
        mix.put("single-step-conference", 2);
        mix.put("supervisor-whispers", 2);
        mix.put("answered-from-unmapped-queue", 2);
        mix.put("internal-to-extension-without-agent", 2);
        return mix;
    }
}

package org.engageconnector.simulators.engage;

import java.util.List;
import java.util.Map;
import org.engageconnector.simulators.engage.net.Hearing.Span;

/**
 * When a site spoke and no client was there: what the servers themselves have recorded of their sessions. Nobody can be asked to
 * know what was said then. Immutable.
 *
 * @param bySwitch spans in which no client heard the SIP Servers of a switch
 * @param states spans in which no client heard Stat Server
 */
public record Unheard(Map<String, List<Span>> bySwitch, List<Span> states) {

    /** Everything was heard. */
    public static final Unheard NOTHING = new Unheard(Map.of(), List.of());

    /**
     * What was sent so shortly before the last session ended may never have been journaled, in milliseconds: it was on the way, or,
     * as a not-ready state, waiting for its reason.
     */
    private static final long ON_THE_WAY = 1_000;

    /** True when nobody was there for what a SIP Server said at that time (milliseconds since 1970). */
    public boolean ofCalls(String switchName, long at) {
        return in(bySwitch.getOrDefault(switchName, List.of()), at);
    }

    /** True when nobody was there for what Stat Server said at that time. */
    public boolean ofStates(long at) {
        return in(states, at);
    }

    private static boolean in(List<Span> spans, long at) {
        return spans.stream().anyMatch(span -> span.contains(at) || span.contains(at + ON_THE_WAY));
    }
}

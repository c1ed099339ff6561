package org.engageconnector.simulators.engage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
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

    /**
     * The same with what only who ended the clients can know: from that time on none of them lived. Servers find the connections
     * of a killed process closed a little later, and what they said in between was taken by its socket, not by it.
     */
    public Unheard withNobodySince(long at) {
        Map<String, List<Span>> earlier = new LinkedHashMap<>();
        bySwitch.forEach((name, spans) -> earlier.put(name, withNobodySince(spans, at)));
        return new Unheard(earlier, withNobodySince(states, at));
    }

    private static List<Span> withNobodySince(List<Span> spans, long at) {
        List<Span> earlier = new ArrayList<>(spans);
        for (int i = 0; i < earlier.size(); i++) {
            Span span = earlier.get(i);
            if (span.to() > at) {
                earlier.set(i, new Span(Math.min(span.from(), at), span.to()));
                break;
            }
        }
        return earlier;
    }

    /** The spans that had not ended at that time, in words. */
    public List<String> lines(long since) {
        List<String> lines = new ArrayList<>();
        bySwitch.forEach((name, spans) -> add(lines, "SIP Servers of " + name, spans, since));
        add(lines, "Stat Server", states, since);
        return lines;
    }

    private static void add(List<String> lines, String who, List<Span> spans, long since) {
        spans.stream()
                .filter(span -> span.to() > since)
                .forEach(span -> lines.add("nobody heard " + who + ": " + span));
    }

    private static boolean in(List<Span> spans, long at) {
        return spans.stream().anyMatch(span -> span.contains(at) || span.contains(at + ON_THE_WAY));
    }
}

package org.engageconnector.simulators.judge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.engageconnector.simulators.engage.Unheard;
import org.engageconnector.simulators.engage.play.ExpectedAgentState;

/**
 * Compares expected agent states with accepted events: per agent and endpoint the expected values must appear in their order.
 * Values are compared without spaces and case (agent state mapping). Agents go through the same few states again and again; where
 * an event may be either of two, it is the one that was promised, and never one that was told after it had arrived.
 */
final class AgentStateJudge {

    private record Lane(String userId, ExpectedAgentState.Kind kind) {}

    private final OrganisationNames names;

    private final Unheard unheard;

    private final Map<Lane, List<AcceptedEvent>> accepted = new HashMap<>();

    AgentStateJudge(
            OrganisationNames names,
            List<AcceptedEvent> presences,
            List<AcceptedEvent> routingStatuses,
            Unheard unheard) {
        this.names = names;
        this.unheard = unheard;
        presences.forEach(event -> add(new Lane(event.text("userId"), ExpectedAgentState.Kind.PRESENCE), event));
        routingStatuses.forEach(
                event -> add(new Lane(event.text("agentId"), ExpectedAgentState.Kind.ROUTING_STATUS), event));
    }

    Findings judge(List<ExpectedAgentState> states) {
        Findings findings = new Findings();
        Map<Lane, List<ExpectedAgentState>> expected = new HashMap<>();
        for (ExpectedAgentState state : states) {
            expected.computeIfAbsent(new Lane(names.user(state.employeeId()), state.kind()), lane -> new ArrayList<>())
                    .add(state);
        }
        expected.forEach((lane, wanted) -> judge(wanted, accepted.getOrDefault(lane, List.of()), findings));
        return findings;
    }

    private void judge(List<ExpectedAgentState> wanted, List<AcceptedEvent> events, Findings findings) {
        long[][] best = best(wanted, events);
        int i = 0;
        int j = 0;
        // a state that follows an unheard one may be what was told before that: then there is nothing to tell
        boolean gap = false;
        while (i < wanted.size() || j < events.size()) {
            if (i < wanted.size()
                    && j < events.size()
                    && same(wanted.get(i), events.get(j))
                    && best[i][j] == best[i + 1][j + 1] + worth(wanted.get(i), wanted.size())) {
                long toldAt = wanted.get(i).toldAt();
                if (toldAt == 0) {
                    findings.found();
                } else {
                    findings.found(events.get(j).arrivedAt() - toldAt);
                }
                gap = false;
                i++;
                j++;
            } else if (j == events.size() || i < wanted.size() && best[i + 1][j] >= best[i][j + 1]) {
                ExpectedAgentState state = wanted.get(i++);
                String what = state.employeeId() + ": " + state.kind() + " " + state.value() + told(state);
                gap = gap || !promised(state);
                if (gap) {
                    findings.notPromised(what);
                } else {
                    findings.lost(what);
                }
            } else {
                AcceptedEvent event = events.get(j++);
                findings.unexpected(
                        event.kind() + " " + value(event) + " accepted at " + Instant.ofEpochMilli(event.arrivedAt()));
            }
        }
    }

    private static String told(ExpectedAgentState state) {
        return state.toldAt() == 0 ? " from before" : " told at " + Instant.ofEpochMilli(state.toldAt());
    }

    /** As many of the promised states as can be, then as many of the others. */
    private long[][] best(List<ExpectedAgentState> wanted, List<AcceptedEvent> events) {
        long[][] best = new long[wanted.size() + 1][events.size() + 1];
        for (int i = wanted.size() - 1; i >= 0; i--) {
            for (int j = events.size() - 1; j >= 0; j--) {
                best[i][j] = Math.max(best[i + 1][j], best[i][j + 1]);
                if (same(wanted.get(i), events.get(j))) {
                    best[i][j] = Math.max(best[i][j], best[i + 1][j + 1] + worth(wanted.get(i), wanted.size()));
                }
            }
        }
        return best;
    }

    private long worth(ExpectedAgentState state, int all) {
        return promised(state) ? all + 1 : 1;
    }

    private boolean promised(ExpectedAgentState state) {
        return state.toldAt() == 0 || !unheard.ofStates(state.toldAt());
    }

    private boolean same(ExpectedAgentState state, AcceptedEvent event) {
        return event.arrivedAt() >= state.toldAt() && plain(state.value()).equals(plain(value(event)));
    }

    private String value(AcceptedEvent event) {
        String definition = event.text("presenceDefinitionId");
        return definition.isEmpty() ? event.text("status") : names.presences().getOrDefault(definition, definition);
    }

    private void add(Lane lane, AcceptedEvent event) {
        accepted.computeIfAbsent(lane, key -> new ArrayList<>()).add(event);
    }

    private static String plain(String value) {
        return value.replace(" ", "").toLowerCase(Locale.ROOT);
    }
}

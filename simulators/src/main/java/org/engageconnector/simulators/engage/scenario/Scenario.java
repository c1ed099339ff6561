package org.engageconnector.simulators.engage.scenario;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * One call as data.
 *
 * @param rules the call rules that it rests on, by name (docs/call-rules.md)
 * @param settings where it wants other settings than the cast's
 * @param events in the order of their times
 * @param expect in the order of delivery; empty means that nothing may be sent
 * @param witnesses which parts of the evidence may be missing
 */
public record Scenario(
        String name,
        String says,
        List<String> rules,
        Map<String, Object> settings,
        List<ScenarioEvent> events,
        List<ExpectedEvent> expect,
        String orders,
        List<String> witnesses) {

    /** The symbols of the cast's agents who take part, in alphabetical order. */
    public Set<String> agents(Cast cast) {
        Set<String> symbols = new TreeSet<>();
        for (ScenarioEvent event : events) {
            for (String attribute : List.of("ThisDN", "OtherDN", "DN", "ThirdPartyDN")) {
                String symbol = cast.agentAt(event.text(attribute));
                if (symbol != null) {
                    symbols.add(symbol);
                }
            }
            cast.agents().forEach((symbol, agent) -> {
                if (agent.loginCode().equals(event.text("AgentID"))) {
                    symbols.add(symbol);
                }
            });
        }
        return symbols;
    }

    /** Whether a call waits in a virtual queue that is not in the ID map. */
    public boolean unmappedQueue(Cast cast) {
        return events.stream().anyMatch(e -> cast.unmappedQueues().contains(e.text("ThisDN")));
    }

    /** How long it is as written: the time of its last event, in milliseconds. */
    public long length() {
        return events.isEmpty() ? 0 : events.get(events.size() - 1).at();
    }
}

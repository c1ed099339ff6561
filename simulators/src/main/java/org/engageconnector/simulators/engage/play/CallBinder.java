package org.engageconnector.simulators.engage.play;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.engageconnector.simulators.engage.scenario.Cast;
import org.engageconnector.simulators.engage.scenario.ExpectedEvent;
import org.engageconnector.simulators.engage.scenario.GapShortener;
import org.engageconnector.simulators.engage.scenario.Scenario;
import org.engageconnector.simulators.engage.scenario.ScenarioEvent;
import org.engageconnector.simulators.site.SiteAgent;

/**
 * Makes real calls of scenarios: other agents, queues, outside numbers and ids each time, real times, shortened gaps. Pure but
 * for its random numbers and its ids. Not thread-safe.
 */
final class CallBinder {

    private final Cast cast;
    private final Map<String, String> dispositions = new HashMap<>();
    private final FreshIds ids;
    private final RandomGenerator random;
    private final long longestGapMillis;
    private int calls;

    /** @param dispositions of the site, as many as the cast has or more */
    CallBinder(Cast cast, Set<String> dispositions, FreshIds ids, RandomGenerator random, long longestGapMillis) {
        this.cast = cast;
        Iterator<String> ofTheSite = dispositions.iterator();
        cast.wrapUpCodes().keySet().forEach(value -> this.dispositions.put(value, ofTheSite.next()));
        this.ids = ids;
        this.random = random;
        this.longestGapMillis = longestGapMillis;
    }

    /**
     * Binds a scenario.
     *
     * @param switchName the switch of all of them
     * @param agents an agent for every agent symbol of the scenario
     * @param queues numbers of the mapped virtual queues of the switch, as many as the cast has or more
     * @param spares extensions that no other call uses, as many as {@link #sparesOf} says
     * @param start time of {@code at: 0}, in milliseconds since 1970
     */
    BoundCall bind(
            Scenario scenario,
            String switchName,
            Map<String, SiteAgent> agents,
            List<String> queues,
            List<String> spares,
            long start) {
        Map<String, String> names = names(scenario, agents, queues, spares);
        GapShortener times = new GapShortener(scenario.events(), longestGapMillis);
        List<TimedEvent> events = new ArrayList<>();
        for (ScenarioEvent event : scenario.events()) {
            events.add(new TimedEvent(
                    start + times.played(event.at()),
                    event.stream(),
                    EventMessages.message(event, text -> names.getOrDefault(text, text))));
        }
        long end = events.get(events.size() - 1).at();
        List<TimedStatus> statuses = new ArrayList<>();
        for (SiteAgent agent : agents.values()) {
            statuses.addAll(StatusTimeline.of(agent.employeeId(), agent.dn(), agent.loginCode(), events));
        }
        statuses.sort(Comparator.comparingLong(TimedStatus::at));
        List<ExpectedEvent> expect = new ArrayList<>();
        for (ExpectedEvent event : scenario.expect()) {
            expect.add(
                    new ExpectedEvent(start + times.played(event.at()), event.event(), fields(event, names, agents)));
        }
        PlayedCall call = new PlayedCall(
                ++calls,
                scenario.name(),
                switchName,
                names.get("U1"),
                start,
                end,
                events.stream().map(TimedEvent::at).toList(),
                agents.values().stream().map(SiteAgent::employeeId).toList(),
                List.copyOf(expect));
        return new BoundCall(call, events, statuses);
    }

    /** The cast's extensions without agent that take part in a scenario. */
    List<String> sparesOf(Scenario scenario) {
        return cast.spareExtensions().stream()
                .filter(dn ->
                        scenario.events().stream().anyMatch(e -> e.attributes().containsValue(dn)))
                .toList();
    }

    /** What every text of the scenario that stands for something else stands for. */
    private Map<String, String> names(
            Scenario scenario, Map<String, SiteAgent> agents, List<String> queues, List<String> spares) {
        Map<String, String> names = new HashMap<>(dispositions);
        for (String symbol : new TreeMap<>(cast.symbols()).keySet()) {
            names.put(symbol, symbol.startsWith("X") ? ids.connId() : ids.uuid(symbol.charAt(0)));
        }
        agents.forEach((symbol, agent) -> {
            names.put(cast.agents().get(symbol).dn(), agent.dn());
            names.put(cast.agents().get(symbol).loginCode(), agent.loginCode());
        });
        List<String> free = new ArrayList<>(queues);
        for (String queue : new TreeMap<>(cast.queues()).keySet()) {
            names.put(queue, free.remove(random.nextInt(free.size())));
        }
        List<String> wanted = sparesOf(scenario);
        for (int i = 0; i < wanted.size(); i++) {
            names.put(wanted.get(i), spares.get(i));
        }
        for (ScenarioEvent event : scenario.events()) {
            for (String attribute : List.of("DN", "OtherDN", "ThirdPartyDN")) {
                String dn = event.text(attribute);
                if (dn != null && cast.outside(dn)) {
                    names.computeIfAbsent(dn, this::outsideNumber);
                }
            }
        }
        return names;
    }

    /** A number of the same shape that no other call has: its end is replaced. */
    private String outsideNumber(String number) {
        int kept = Math.min(4, number.length());
        return number.substring(0, kept) + String.format("%07d", ids.number() % 10_000_000);
    }

    private Map<String, Object> fields(ExpectedEvent event, Map<String, String> names, Map<String, SiteAgent> agents) {
        Map<String, Object> fields = new LinkedHashMap<>();
        event.fields()
                .forEach((field, value) -> fields.put(
                        field,
                        switch (field) {
                            case "user", "destinationUser" ->
                                agents.get(value.toString()).employeeId();
                            case "conversation",
                                    "queue",
                                    "destinationQueue",
                                    "code",
                                    "ani",
                                    "dnis",
                                    "phoneNumber",
                                    "destinationPhoneNumber" -> names.getOrDefault(value.toString(), value.toString());
                            default -> value;
                        }));
        return fields;
    }
}

package org.engageconnector.app.role;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.engageconnector.journal.Ownership;
import org.engageconnector.processors.agentstate.AgentStateMapper;
import org.engageconnector.processors.agentstate.AgentStateView;

/**
 * The part {@code agentStates} of the role's status: how many agents, what is wrong with which, and who changed last. All
 * agents are at {@code GET /api/v1/agents/states}; a report is written to Redis every few seconds and stays small.
 */
final class AgentStatesReport implements Supplier<Object> {

    private static final int AT_MOST = 100;

    private final Ownership owner;
    private final AgentStateMapper mapper;

    AgentStatesReport(Ownership owner, AgentStateMapper mapper) {
        this.owner = owner;
        this.mapper = mapper;
    }

    @Override
    public Object get() {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("owner", owner.held());
        report.put("agents", mapper.views().size());
        report.put("clock", mapper.clockProblem().orElse("as ours"));
        report.put("problemCounts", problemCounts());
        report.put("problems", lines(view -> view.problem() != null, AgentStatesReport::problem));
        report.put("changedLast", lines(view -> view.sentAt() != null, AgentStatesReport::state));
        return report;
    }

    private Map<String, Long> problemCounts() {
        return mapper.views().stream()
                .flatMap(view -> view.problems().stream())
                .collect(Collectors.groupingBy(problem -> problem.label(), TreeMap::new, Collectors.counting()));
    }

    /** The last that changed first. */
    private List<String> lines(Predicate<AgentStateView> wanted, Function<AgentStateView, String> line) {
        return mapper.views().stream()
                .filter(wanted)
                .sorted(Comparator.comparing(
                                AgentStateView::sentAt, Comparator.nullsFirst(Comparator.<String>naturalOrder()))
                        .reversed())
                .limit(AT_MOST)
                .map(line)
                .toList();
    }

    private static String problem(AgentStateView view) {
        return view.employeeId() + ": " + view.problem();
    }

    private static String state(AgentStateView view) {
        String engage = view.removed()
                ? "left the agent list"
                : "Engage " + view.engageState() + " since " + view.engageSince();
        return "%s: %s; sent %s and %s, last %s"
                .formatted(view.employeeId(), engage, view.sentPresence(), view.sentRoutingStatus(), view.sentAt());
    }
}

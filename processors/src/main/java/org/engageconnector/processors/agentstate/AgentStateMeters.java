package org.engageconnector.processors.agentstate;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.engageconnector.journal.NewEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is counted of agent states, and what is said once in the log. Thread-safe. */
final class AgentStateMeters {

    private static final Logger LOG = LoggerFactory.getLogger(AgentStateMeters.class);
    private static final int UNMAPPED_AT_MOST = 100;

    private final MeterRegistry registry;
    private final Counter unreadable;
    private final Set<Integer> unmapped = ConcurrentHashMap.newKeySet();

    AgentStateMeters(MeterRegistry registry, Map<String, AgentStateView> views, ClockDifference clock) {
        this.registry = registry;
        unreadable = Counter.builder("ex.agent.state.unreadable")
                .description("agents' records in Redis that could not be read and were set aside")
                .register(registry);
        Gauge.builder("ex.agent.state.frozen", views, all -> count(all, AgentProblem.STATISTIC_INVALID))
                .description("agents whose statistic is invalid: nothing is sent for them")
                .register(registry);
        for (AgentProblem problem : AgentProblem.values()) {
            Gauge.builder("ex.agent.state.problems", views, all -> count(all, problem))
                    .description("agents whose state is not, or not fully, shown in Genesys Cloud")
                    .tag("problem", problem.label())
                    .register(registry);
        }
        Gauge.builder("ex.stat.server.clock.difference.seconds", clock, ClockDifference::seconds)
                .description("how far Stat Server's clock is ahead of ours; whole seconds")
                .register(registry);
    }

    void journaled(NewEntry event) {
        boolean presence = event.kind().equals(AgentEvents.PRESENCE);
        String value = event.headers().get("value");
        registry.counter(
                        "ex.agent.state.changes",
                        "presence",
                        presence ? value : "",
                        "routing_status",
                        presence ? "" : value)
                .increment();
    }

    /** Records that could not be read at a takeover: one line for all, the agents' problems name each. */
    void loaded(Collection<AgentRecord> records) {
        long count = records.stream().filter(record -> record.unreadable).count();
        if (count > 0) {
            unreadable.increment(count);
            LOG.warn(
                    "Agent states in Redis that cannot be read: {} of {}. They are set aside, all others go on; these agents start "
                            + "anew with what Stat Server says next. GET /api/v1/agents/states names them",
                    count,
                    records.size());
        }
    }

    /** A state that no row maps, or that a row leaves alone: said once per number. */
    void unmapped(int status) {
        if (unmapped.size() < UNMAPPED_AT_MOST && unmapped.add(status)) {
            LOG.info(
                    "Stat Server state {} changes nothing in Genesys Cloud (config/agent-state-mapping.yaml); "
                            + "this is said once per state",
                    StatServerStatus.of(status).map(Enum::name).orElse("number " + status));
        }
    }

    private static double count(Map<String, AgentStateView> views, AgentProblem problem) {
        return views.values().stream()
                .filter(view -> view.problems().contains(problem))
                .count();
    }
}

package org.engageconnector.processors.agentstate;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.spi.Synchronization;
import org.engageconnector.journal.JournalEntry;
import org.engageconnector.journal.NewEntry;
import org.engageconnector.journal.Ownership;
import org.engageconnector.message.StatEvent;
import org.engageconnector.processors.agentstate.AgentStateTable.Outcome;
import org.engageconnector.processors.idmap.AgentDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bean {@code agentStateMapper} of the route {@code agent-states}: takes what Stat Server said (a list of {@link StatEvent},
 * or nothing on a tick of the clock), leaves the events for the journal as body and the changed records in the exchange
 * property {@code EngageStates}. Memory changes only when the route has ended well, so a failed append repeats nothing and
 * loses nothing.
 *
 * <p>Called by the Stat Server connection's thread and by the clock's, one at a time. An instance that does not own the agent
 * states only remembers what it hears.
 */
public final class AgentStateMapper implements Processor {

    /** The exchange property under which {@code enrich-from-id-map} leaves the {@link AgentDirectory}. */
    public static final String DIRECTORY = "EngageAgentDirectory";

    /** The exchange property with the records to store beside the events. */
    public static final String STATES = "EngageStates";

    private static final Logger LOG = LoggerFactory.getLogger(AgentStateMapper.class);
    private static final long TURN_WAIT_SECONDS = 10;

    private final AgentStateTable table;
    private final Ownership ownership;
    private final Clock clock;
    private final MeterRegistry meters;
    private final RecentEvents recent = new RecentEvents();
    private final Semaphore turns = new Semaphore(1);
    private final Set<Integer> unmapped = ConcurrentHashMap.newKeySet();
    private final Map<String, AgentStateView> views = new ConcurrentHashMap<>();
    private long owned = -1;

    /**
     * @param tenant the tenant's DBID, part of every id
     * @param mappingFile {@code config/agent-state-mapping.yaml}
     * @throws MappingTableException when the file has an error
     */
    public AgentStateMapper(String tenant, Path mappingFile, Ownership ownership, MeterRegistry meters, Clock clock) {
        this(tenant, MappingTableReader.read(mappingFile), ownership, meters, clock);
    }

    AgentStateMapper(String tenant, MappingTable mapping, Ownership ownership, MeterRegistry meters, Clock clock) {
        this.table = new AgentStateTable(new AgentStateRules(mapping, this::unmapped), new AgentEvents(tenant));
        this.ownership = ownership;
        this.clock = clock;
        this.meters = meters;
        Gauge.builder("ex.agent.state.frozen", views, AgentStateMapper::frozen)
                .description("agents whose statistic is invalid: nothing is sent for them")
                .register(meters);
    }

    /** What is believed and was sent, per agent, for {@code GET /api/v1/agents/states}. */
    public Collection<AgentStateView> views() {
        return Collections.unmodifiableCollection(views.values());
    }

    @Override
    public void process(Exchange exchange) throws InterruptedException {
        List<StatEvent> batch = batch(exchange);
        Turn turn = takeTurn(exchange);
        if (!ownership.held()) {
            turn.heard = batch;
            return;
        }
        AgentDirectory directory = exchange.getProperty(DIRECTORY, AgentDirectory.EMPTY, AgentDirectory.class);
        if (owned == ownership.number()) {
            turn.heard = batch;
            turn.gives(table.apply(batch, directory, clock.millis()), directory.version());
        } else {
            long number = ownership.number();
            table.load(ownership.states());
            owned = number;
            turn.tookOver = true;
            batch.forEach(recent::add);
            turn.gives(table.takeOver(recent.all(), directory, clock.millis()), directory.version());
        }
    }

    /**
     * Counts what was sent last to the agents of these entries as unknown: Genesys Cloud refused it, or it was too old to be
     * sent. What Stat Server says next of such an agent is sent whatever it is.
     */
    public void forget(Exchange exchange) throws InterruptedException {
        List<String> agents = new ArrayList<>();
        for (Object entry : (List<?>) exchange.getMessage().getBody(List.class)) {
            agents.add(((JournalEntry) entry).headers().get("agent"));
        }
        Turn turn = takeTurn(exchange);
        if (!ownership.held() || owned != ownership.number()) {
            throw new IllegalStateException("agent states are not owned here yet; the refusals are read again");
        }
        turn.gives(table.forget(agents), table.directoryVersion());
    }

    private Turn takeTurn(Exchange exchange) throws InterruptedException {
        if (!turns.tryAcquire(TURN_WAIT_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("agent states: the batch before this one has not ended within "
                    + TURN_WAIT_SECONDS + " s; it is tried again");
        }
        Turn turn = new Turn(exchange);
        exchange.getExchangeExtension().addOnCompletion(turn);
        return turn;
    }

    @SuppressWarnings("unchecked")
    private static List<StatEvent> batch(Exchange exchange) {
        return exchange.getMessage().getBody() instanceof List<?> list ? (List<StatEvent>) list : List.of();
    }

    private void unmapped(int status) {
        if (unmapped.size() < 100 && unmapped.add(status)) {
            LOG.info(
                    "Stat Server state {} changes nothing in Genesys Cloud (config/agent-state-mapping.yaml); "
                            + "this is said once per state",
                    StatServerStatus.of(status).map(Enum::name).orElse("number " + status));
        }
    }

    private static double frozen(Map<String, AgentStateView> views) {
        return views.values().stream().filter(AgentStateView::frozen).count();
    }

    /** One exchange's turn: ends with the exchange, whichever way. */
    private final class Turn implements Synchronization {
        private final Exchange taker;
        private List<StatEvent> heard = List.of();
        private Outcome outcome = new Outcome(List.of(), Map.of(), Map.of());
        private boolean tookOver;
        private long version = table.directoryVersion();

        private Turn(Exchange taker) {
            this.taker = taker;
            taker.getMessage().setBody(List.<NewEntry>of());
            taker.setProperty(STATES, Map.of());
        }

        private void gives(Outcome result, long directoryVersion) {
            outcome = result;
            version = directoryVersion;
            taker.getMessage().setBody(result.events());
            taker.setProperty(STATES, result.states());
        }

        @Override
        public void onComplete(Exchange exchange) {
            try {
                heard.forEach(recent::add);
                table.commit(outcome, version);
                outcome.records()
                        .forEach((employeeId, record) -> views.put(employeeId, AgentStateView.of(employeeId, record)));
                outcome.events().forEach(this::count);
            } finally {
                turns.release();
            }
        }

        @Override
        public void onFailure(Exchange exchange) {
            if (tookOver) {
                // The takeover was not stored: the next turn takes over again, from what is in Redis then.
                owned = -1;
            }
            turns.release();
        }

        private void count(NewEntry event) {
            boolean presence = event.kind().equals("userPresenceEvents");
            meters.counter(
                            "ex.agent.state.changes",
                            "presence",
                            presence ? event.headers().get("value") : "",
                            "routing_status",
                            presence ? "" : event.headers().get("value"))
                    .increment();
        }
    }
}

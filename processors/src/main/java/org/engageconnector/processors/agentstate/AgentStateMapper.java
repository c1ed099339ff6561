package org.engageconnector.processors.agentstate;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private static final long TURN_WAIT_SECONDS = 10;

    private final AgentStateTable table;
    private final Ownership ownership;
    private final Clock clock;
    private final AgentStateMeters meters;
    private final RecentEvents recent = new RecentEvents();
    private final Semaphore turns = new Semaphore(1);
    private final ClockDifference clockDifference = new ClockDifference();
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
        this.meters = new AgentStateMeters(meters, views, clockDifference);
        this.table = new AgentStateTable(new AgentStateRules(mapping, this.meters::unmapped), new AgentEvents(tenant));
        this.ownership = ownership;
        this.clock = clock;
    }

    /** That Stat Server's clock and ours differ; empty while they do not. */
    public Optional<String> clockProblem() {
        return clockDifference.isNoteworthy() ? Optional.of(clockDifference.text()) : Optional.empty();
    }

    /** What is believed and was sent, per agent, for {@code GET /api/v1/agents/states}. */
    public Collection<AgentStateView> views() {
        return Collections.unmodifiableCollection(views.values());
    }

    @Override
    public void process(Exchange exchange) throws InterruptedException {
        List<StatEvent> batch = batch(exchange);
        Turn turn = takeTurn(exchange);
        AgentDirectory directory = exchange.getProperty(DIRECTORY, AgentDirectory.EMPTY, AgentDirectory.class);
        // Without the agent list everybody would seem to have left it.
        boolean readable = directory.version() != AgentDirectory.EMPTY.version();
        if (!ownership.held() || !readable) {
            turn.heard = batch;
            return;
        }
        if (owned == ownership.number()) {
            turn.heard = batch;
            turn.gives(table.apply(batch, directory, clock.millis()), directory.version());
        } else {
            long number = ownership.number();
            table.load(ownership.states());
            meters.loaded(table.records().values());
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
        List<Refused> refusals = new ArrayList<>();
        for (Object entry : (List<?>) exchange.getMessage().getBody(List.class)) {
            refusals.add(Refused.of((JournalEntry) entry));
        }
        Turn turn = takeTurn(exchange);
        if (!ownership.held() || owned != ownership.number()) {
            throw new IllegalStateException("agent states are not owned here yet; the refusals are read again");
        }
        turn.gives(table.forget(refusals), table.directoryVersion());
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
                heard.forEach(clockDifference::heard);
                table.commit(outcome, version);
                (tookOver ? table.records() : outcome.records())
                        .forEach((employeeId, record) -> views.put(employeeId, AgentStateView.of(employeeId, record)));
                outcome.events().forEach(meters::journaled);
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
    }
}

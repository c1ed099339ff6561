package org.engageconnector.processors.agentstate;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.engageconnector.journal.NewEntry;
import org.engageconnector.journal.Ownership;
import org.engageconnector.message.KeyValueList;
import org.engageconnector.message.StatEvent;
import org.engageconnector.message.StatEvent.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The mapper in a route: who may send, and what a failed append or a takeover leaves behind. */
class AgentStateMapperTest {

    private final Lease lease = new Lease();
    private final List<NewEntry> journal = new ArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private boolean redisIsAway;
    private DefaultCamelContext camel;
    private ProducerTemplate statServer;
    private AgentStateMapper mapper;

    @BeforeEach
    void start() {
        camel = new DefaultCamelContext();
        mapper = new AgentStateMapper(
                "101", Desk.MAPPING, lease, meters, Clock.fixed(Instant.ofEpochSecond(1000), ZoneOffset.UTC));
        try {
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:agent-states")
                            .setProperty(AgentStateMapper.DIRECTORY, constant(Desk.directory(1, "user-1")))
                            .process(mapper)
                            .process(AgentStateMapperTest.this::append);
                }
            });
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        camel.start();
        statServer = camel.createProducerTemplate();
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    @Test
    void theOwnerJournalsWhatChanged() {
        lease.number = 1;
        says(4, 10);
        assertThat(journal).hasSize(2);
        assertThat(meters.get("ex.agent.state.changes")
                        .tag("presence", "OnQueue")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(mapper.views()).singleElement().satisfies(view -> {
            assertThat(view.engageState()).isEqualTo("WaitForNextCall");
            assertThat(view.sentPresence()).isEqualTo("OnQueue");
            assertThat(view.problem()).isNull();
        });
    }

    @Test
    void aStandbyJournalsNothingAndSendsWhatItRememberedWhenItTakesOver() {
        says(4, 10);
        assertThat(journal).isEmpty();
        lease.number = 2;
        tick();
        assertThat(journal).hasSize(2);
    }

    @Test
    void aTakeoverRepeatsNothingThatTheOwnerBeforeJournaled() {
        lease.number = 1;
        says(4, 10);
        lease.number = 2;
        says(4, 10);
        assertThat(journal).hasSize(2);
    }

    @Test
    void aFailedAppendIsTriedAgainWithTheSameEvents() {
        lease.number = 1;
        redisIsAway = true;
        says(4, 10);
        assertThat(journal).isEmpty();
        redisIsAway = false;
        says(4, 10);
        assertThat(journal).hasSize(2);
        says(4, 10);
        assertThat(journal).hasSize(2);
    }

    @Test
    void records_that_cannot_be_read_are_counted_and_shown_and_stop_nobody() {
        List<String> spoilt = List.of(
                "{", "null", "\u0000\u0001", "{\"reasons\":null}", "{\"reasons\":[\"key\"]}", "{\"presence\":\"X\"}");
        for (int i = 0; i < spoilt.size(); i++) {
            lease.states.put("spoilt" + i, spoilt.get(i).getBytes(StandardCharsets.UTF_8));
        }
        lease.states.put("agentA", "{".getBytes(StandardCharsets.UTF_8));
        lease.number = 1;
        tick();
        assertThat(meters.get("ex.agent.state.unreadable").counter().count()).isEqualTo(spoilt.size() + 1);
        assertThat(problemsOf("agentA")).containsExactly(AgentProblem.RECORD_UNREADABLE);
        says(4, 10);
        assertThat(journal).hasSize(2);
        assertThat(problemsOf("agentA")).isEmpty();
        assertThat(AgentRecord.decode(lease.states.get("agentA")).sentPresence).isEqualTo(SystemPresence.OnQueue);
    }

    private Set<AgentProblem> problemsOf(String employeeId) {
        return mapper.views().stream()
                .filter(view -> view.employeeId().equals(employeeId))
                .findAny()
                .orElseThrow()
                .problems();
    }

    private void says(int status, int second) {
        StatEvent event = new StatEvent(
                "stat:2060",
                "one",
                "agentA",
                Kind.STATE,
                status,
                second,
                second,
                "1001",
                KeyValueList.EMPTY,
                KeyValueList.EMPTY,
                second * 1000L);
        statServer.request(
                "direct:agent-states", exchange -> exchange.getMessage().setBody(List.of(event)));
    }

    private void tick() {
        statServer.request("direct:agent-states", exchange -> {});
    }

    @SuppressWarnings("unchecked")
    private void append(Exchange exchange) {
        if (redisIsAway) {
            throw new IllegalStateException("Redis is away");
        }
        journal.addAll((List<NewEntry>) exchange.getMessage().getBody());
        lease.states.putAll(exchange.getProperty(AgentStateMapper.STATES, Map.class));
    }

    private static final class Lease implements Ownership {
        private final Map<String, byte[]> states = new HashMap<>();
        private long number;

        @Override
        public boolean held() {
            return number > 0;
        }

        @Override
        public long number() {
            return number;
        }

        @Override
        public Map<String, byte[]> states() {
            return Map.copyOf(states);
        }
    }
}

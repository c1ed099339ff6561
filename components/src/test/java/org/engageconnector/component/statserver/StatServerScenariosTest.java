package org.engageconnector.component.statserver;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.engageconnector.component.engage.EngageMetrics;
import org.engageconnector.component.engage.Scenario;
import org.engageconnector.component.engage.ScenarioPlayer;
import org.engageconnector.component.engage.ScenarioTransport;
import org.engageconnector.component.engage.SessionProtocol;
import org.engageconnector.component.engage.SessionTimer;
import org.engageconnector.component.engage.SessionView;
import org.engageconnector.component.engage.Words;
import org.engageconnector.message.Message;
import org.engageconnector.message.StatEvent;
import org.engageconnector.message.StatServerAttribute;
import org.engageconnector.message.StatServerMessage;
import org.engageconnector.transport.Member;
import org.engageconnector.transport.ServerKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The scenarios of src/test/resources/scenarios/statserver, one rule each, each on both transports. */
class StatServerScenariosTest {

    static Stream<Arguments> scenarios() {
        return Scenario.in("statserver").stream()
                .flatMap(scenario ->
                        Stream.of(ScenarioTransport.values()).map(transport -> Arguments.of(transport, scenario)));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void holds(ScenarioTransport transport, Scenario scenario) {
        ScenarioPlayer player;
        int faultAt = 0;
        do {
            player = new ScenarioPlayer(
                    new Subject(), Member.pair("a:1", "b:2", 1), transport, ServerKind.STAT_SERVER, faultAt++);
            player.play(scenario);
        } while (player.moreFaults());
    }

    private static final class Subject implements ScenarioPlayer.Subject {

        private static final double PER_SECOND = 20;

        private final Words words = new Words(
                StatServerMessage::name,
                StatServerMessage::number,
                StatServerAttribute::name,
                StatServerAttribute::number);
        private final SessionView view = new SessionView();
        private final AgentStatistics statistics = new AgentStatistics("CurrentState", "CurrentStateReason", view);
        private final StatServerAnswers server = new StatServerAnswers();
        private final Deque<List<String>> taken = new ArrayDeque<>();
        private StatServerProtocol protocol;

        @Override
        public SessionProtocol protocol(SessionTimer timer) {
            protocol = new StatServerProtocol(
                    new StatServerProtocol.Identity("engage-connector", 1, "one"),
                    statistics,
                    new OpenPace(timer, statistics, PER_SECOND),
                    timer,
                    Duration.ofSeconds(30),
                    new EngageMetrics(
                            new SimpleMeterRegistry(),
                            "stat",
                            "statistics",
                            StatServerMessage::name,
                            StatServerAttribute::type),
                    view,
                    (event, size) -> taken.add(say(event)));
            return protocol;
        }

        @Override
        public Words words() {
            return words;
        }

        @Override
        public List<Message> answers(Message request) {
            return server.answers(request);
        }

        @Override
        public List<String> always() {
            return List.of();
        }

        @Override
        public void scope(List<String> line) {
            String tenant = line.get(0).equals("-") ? "" : line.get(0);
            protocol.scope(new AgentScope(tenant, new LinkedHashSet<>(line.subList(1, line.size()))));
        }

        @Override
        public Deque<List<String>> taken() {
            return taken;
        }

        private static List<String> say(StatEvent event) {
            return List.of(
                    event.kind().name(),
                    event.employeeId(),
                    "status=" + event.status(),
                    "statusTime=" + event.statusTime(),
                    "serverTime=" + event.serverTime(),
                    "loginId=" + event.loginId(),
                    "place=" + Words.value(event.place()),
                    "reasons=" + Words.value(event.reasons()),
                    "server=" + event.server());
        }
    }
}

package org.engageconnector.component.tserver;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
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
import org.engageconnector.message.ReceivedFrame;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.message.TServerMessage;
import org.engageconnector.transport.Member;
import org.engageconnector.transport.ServerKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The scenarios of src/test/resources/scenarios/tserver, one rule each, each on both transports. */
class TServerScenariosTest {

    static Stream<Arguments> scenarios() {
        return Scenario.in("tserver").stream()
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
                    new Subject(family(scenario)), members(scenario), transport, ServerKind.T_SERVER, faultAt++);
            player.play(scenario);
        } while (player.moreFaults());
    }

    private static Family family(Scenario scenario) {
        return Family.of(scenario.name().substring(0, scenario.name().indexOf('-')));
    }

    private static List<Member> members(Scenario scenario) {
        return Member.pair("a:1", scenario.name().endsWith("-alone") ? null : "b:2", 1);
    }

    private static final class Subject implements ScenarioPlayer.Subject {

        private final Family family;
        private final Words words = new Words(
                TServerMessage::name, TServerMessage::number, TServerAttribute::name, TServerAttribute::number);
        private final SessionView view = new SessionView();
        private final TServerAnswers server = new TServerAnswers();
        private final Deque<List<String>> taken = new ArrayDeque<>();
        private final DnRegistrations dns;
        private TServerProtocol protocol;

        private Subject(Family family) {
            this.family = family;
            this.dns = new DnRegistrations("test", family.addressType(), 3, view);
        }

        @Override
        public SessionProtocol protocol(SessionTimer timer) {
            protocol = new TServerProtocol(
                    new TServerProtocol.Identity("SIP_A", family, "one", "engage-connector", "secret"),
                    family == Family.CALL ? new CallMonitoring("test") : dns,
                    timer,
                    Duration.ofSeconds(5),
                    new EngageMetrics(
                            new SimpleMeterRegistry(),
                            "SIP_A",
                            family.word(),
                            TServerMessage::name,
                            TServerAttribute::type),
                    view,
                    (entry, size) -> taken.add(say(entry)));
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
            return List.of("ServerStartTime=1700000000");
        }

        @Override
        public void scope(List<String> numbers) {
            dns.scope(new LinkedHashSet<>(numbers));
            protocol.endResync();
        }

        @Override
        public Deque<List<String>> taken() {
            return taken;
        }

        private List<String> say(ReceivedFrame entry) {
            List<String> said =
                    entry.control() != null ? new ArrayList<>(List.of(entry.control())) : words.say(entry.message());
            said.add("member=" + entry.member());
            said.add("run=" + entry.startTime());
            return said;
        }
    }
}

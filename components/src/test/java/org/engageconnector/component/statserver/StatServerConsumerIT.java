package org.engageconnector.component.statserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.engageconnector.component.engage.MemoryDirectory;
import org.engageconnector.message.StatEvent;
import org.engageconnector.message.StatEvent.Kind;
import org.engageconnector.message.StatServerMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole component over real sockets. */
class StatServerConsumerIT {

    private final MemoryDirectory directory = new MemoryDirectory();
    private final FakeStatServer primary = new FakeStatServer();
    private final FakeStatServer backup = new FakeStatServer();
    private final List<StatEvent> taken = new CopyOnWriteArrayList<>();
    private final DefaultCamelContext context = new DefaultCamelContext();

    @BeforeEach
    void directoryAndBackup() {
        backup.mode = 0;
        directory.agents("E1", "E2");
        context.getRegistry().bind("directory", directory);
    }

    @AfterEach
    void nothingIsLeftOpen() {
        context.stop();
        await().atMost(Duration.ofSeconds(5)).until(() -> primary.server.open() == 0 && backup.server.open() == 0);
        primary.close();
        backup.close();
    }

    @Test
    void everyAgentsStateAndReasonAreHandedOver() throws Exception {
        start();
        await().until(() -> taken.size() == 4);
        assertThat(taken)
                .filteredOn(event -> event.employeeId().equals("E1"))
                .satisfiesExactlyInAnyOrder(
                        state -> {
                            assertThat(state.kind()).isEqualTo(Kind.STATE);
                            assertThat(state.server()).isEqualTo(primary.address());
                            assertThat(state.instance()).isEqualTo("one");
                            assertThat(state.status()).isEqualTo(8);
                            assertThat(state.statusTime()).isEqualTo(FakeStatServer.NOW);
                            assertThat(state.serverTime()).isEqualTo(FakeStatServer.NOW + 1);
                            assertThat(state.loginId()).isEqualTo("1001");
                            assertThat(state.place().text("PlaceId")).isEqualTo("Place1");
                        },
                        reason -> {
                            assertThat(reason.kind()).isEqualTo(Kind.REASON);
                            assertThat(reason.reasons().text("ReasonCode")).isEqualTo("LUNCH");
                        });
    }

    @Test
    void aServerThatIsNotPrimaryIsLeftForTheOtherAtOnce() throws Exception {
        primary.mode = 0;
        backup.mode = 1;
        start();
        await().until(() -> taken.size() == 4);
        assertThat(backup.opened()).isEqualTo(4);
        assertThat(primary.opened()).isZero();
    }

    @Test
    void aChangeOfModeOpensEverythingOnTheOtherServer() throws Exception {
        start();
        await().until(() -> taken.size() == 4);
        backup.mode = 1;
        primary.mode = 0;
        primary.server.say(primary.mode());
        await().until(() -> taken.size() == 8);
        assertThat(backup.opened()).isEqualTo(4);
    }

    @Test
    void agentsComeAndGoWithoutAReconnect() throws Exception {
        start();
        await().until(() -> taken.size() == 4);
        directory.agents("E2", "E3");
        await().until(() -> taken.size() == 7);
        assertThat(taken)
                .anyMatch(event ->
                        event.kind() == Kind.REMOVED && event.employeeId().equals("E1"));
        assertThat(taken)
                .anyMatch(event ->
                        event.kind() == Kind.STATE && event.employeeId().equals("E3"));
        await().until(() -> primary.count(StatServerMessage.REQUEST_CLOSE_STATISTIC) == 2);
        assertThat(primary.server.accepted()).isEqualTo(1);
    }

    @Test
    void aRefusedAgentIsAskedForAgain() throws Exception {
        primary.unknownAgents.add("E2");
        start();
        await().until(() -> taken.stream().anyMatch(event -> event.kind() == Kind.ERROR && event.status() == 3));
        primary.unknownAgents.clear();
        await().until(() -> taken.stream()
                .anyMatch(event ->
                        event.kind() == Kind.STATE && event.employeeId().equals("E2")));
    }

    @Test
    void anAgentIsInvalidWhileOneOfItsStatisticsIs() throws Exception {
        start();
        await().until(() -> taken.size() == 4);
        int state = primary.reference("E1", "CurrentState");
        int reason = primary.reference("E1", "CurrentStateReason");
        primary.server.say(FakeStatServer.of(StatServerMessage.EVENT_STATISTIC_INVALID, state));
        primary.server.say(FakeStatServer.of(StatServerMessage.EVENT_STATISTIC_INVALID, reason));
        primary.server.say(FakeStatServer.of(StatServerMessage.EVENT_STATISTIC_VALID, state));
        primary.server.say(FakeStatServer.of(StatServerMessage.EVENT_STATISTIC_VALID, reason));
        await().until(() -> taken.size() == 6);
        assertThat(taken.subList(4, 6)).extracting(StatEvent::kind).containsExactly(Kind.INVALID, Kind.VALID);
    }

    @Test
    void aJmxClientSeesTheSessionAndCanReconnectIt() throws Exception {
        start();
        await().until(() -> taken.size() == 4);
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        String port = primary.address().substring(primary.address().indexOf(':') + 1);
        ObjectName name = beans.queryNames(new ObjectName("org.apache.camel:type=endpoints,*"), null).stream()
                .filter(found -> found.toString().contains("statserver:")
                        && found.toString().contains(port))
                .findFirst()
                .orElseThrow();
        assertThat(beans.getAttribute(name, "Connected")).isEqualTo(true);
        assertThat(beans.getAttribute(name, "ServerRole")).isEqualTo("primary");
        assertThat(beans.getAttribute(name, "Watched")).isEqualTo(4);
        beans.invoke(name, "reconnectNow", new Object[0], new String[0]);
        await().until(() -> taken.size() == 8);
    }

    private void start() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("statserver:stat?primary=" + primary.address() + "&backup=" + backup.address()
                                + "&instance=one&interval=100&openRate=1000/s&directory=#directory")
                        .process(exchange -> ((List<?>) exchange.getMessage().getBody())
                                .forEach(each -> taken.add((StatEvent) each)));
            }
        });
        context.start();
    }
}

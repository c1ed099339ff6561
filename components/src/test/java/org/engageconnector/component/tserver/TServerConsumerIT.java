package org.engageconnector.component.tserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.engageconnector.component.engage.MemoryDirectory;
import org.engageconnector.directory.Dn;
import org.engageconnector.message.ReceivedFrame;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.message.TServerMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole component over real sockets. */
class TServerConsumerIT {

    private final MemoryDirectory directory = new MemoryDirectory();
    private final FakeTServer primary = new FakeTServer();
    private final FakeTServer backup = new FakeTServer();
    private final List<ReceivedFrame> taken = new CopyOnWriteArrayList<>();
    private final DefaultCamelContext context = new DefaultCamelContext();
    private volatile boolean refuse;

    @BeforeEach
    void directoryAndBackup() {
        backup.role = 1;
        directory.dns(Dn.Type.EXTENSION, "7001", "7002");
        directory.dns(Dn.Type.VIRTUAL_QUEUE, "VQ_Sales");
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
    void aRouteGetsTheSessionTheResyncAndTheEventsInOrder() throws Exception {
        start("extension");
        awaitControl("ResyncEnd");
        primary.server.say(primary.event(TServerMessage.EVENT_RINGING, "7001"));
        primary.server.say(primary.event(TServerMessage.EVENT_ESTABLISHED, "7001"));
        await().until(() -> taken.size() == 6);
        assertThat(words())
                .containsExactly(
                        "SessionUp",
                        "EventRegistered",
                        "EventRegistered",
                        "ResyncEnd",
                        "EventRinging",
                        "EventEstablished");
        assertThat(taken).allSatisfy(entry -> {
            assertThat(entry.server()).isEqualTo("SIP_A");
            assertThat(entry.member()).isEqualTo("primary");
            assertThat(entry.family()).isEqualTo("extension");
            assertThat(entry.instance()).isEqualTo("one");
            assertThat(entry.startTime()).isEqualTo(FakeTServer.START_TIME);
        });
    }

    @Test
    void oneRouteCanHoldAllThreeFamilies() throws Exception {
        primary.liveCalls.add("CALL1");
        start("vq,extension,call");
        await().until(() -> words().stream().filter("ResyncEnd"::equals).count() == 3);
        assertThat(taken).filteredOn(is("EventCallCreated")).hasSize(1);
        assertThat(primary.server.open()).isEqualTo(3);
    }

    @Test
    void aBackupIsLeftForTheOtherMemberAtOnce() throws Exception {
        primary.role = 1;
        backup.role = 0;
        start("call");
        awaitControl("ResyncEnd");
        assertThat(taken).allMatch(entry -> entry.member().equals("backup"));
        assertThat(primary.server.open()).isZero();
    }

    @Test
    void aSwitchoverIsFollowed() throws Exception {
        start("call");
        awaitControl("ResyncEnd");
        backup.role = 0;
        primary.role = 1;
        primary.server.say(primary.message(TServerMessage.EVENT_PRIMARY_CHANGED)
                .with(TServerAttribute.SERVER_ROLE, 1)
                .build());
        await().until(() -> words().equals(List.of("SessionUp", "ResyncEnd", "SessionDown", "SessionUp", "ResyncEnd")));
        assertThat(taken.get(4).member()).isEqualTo("backup");
    }

    @Test
    void aDnThatComesIntoScopeIsRegisteredWithoutAReconnect() throws Exception {
        start("vq");
        awaitControl("ResyncEnd");
        directory.dns(Dn.Type.VIRTUAL_QUEUE, "VQ_New");
        await().until(() -> primary.server.requests().stream()
                .anyMatch(request -> request.number() == TServerMessage.REQUEST_UNREGISTER_ADDRESS
                        && "VQ_Sales".equals(request.text(TServerAttribute.THIS_DN))));
        await().until(() -> primary.server.requests().stream()
                .anyMatch(request -> request.number() == TServerMessage.REQUEST_REGISTER_ADDRESS
                        && "VQ_New".equals(request.text(TServerAttribute.THIS_DN))
                        && request.integer(TServerAttribute.ADDRESS_TYPE) == 3));
        assertThat(primary.server.accepted()).isEqualTo(1);
    }

    @Test
    void aRefusedListComesAgainInOrderUntilItIsTaken() throws Exception {
        start("extension");
        awaitControl("ResyncEnd");
        refuse = true;
        primary.server.say(primary.event(TServerMessage.EVENT_RINGING, "7001"));
        primary.server.say(primary.event(TServerMessage.EVENT_ESTABLISHED, "7001"));
        primary.server.say(primary.event(TServerMessage.EVENT_RELEASED, "7001"));
        refuse = false;
        await().until(() -> taken.size() == 7);
        assertThat(words().subList(4, 7)).containsExactly("EventRinging", "EventEstablished", "EventReleased");
    }

    @Test
    void stoppingTheContextHandsOverTheEndOfTheSession() throws Exception {
        start("call");
        awaitControl("ResyncEnd");
        context.stop();
        assertThat(words()).containsExactly("SessionUp", "ResyncEnd", "SessionDown");
    }

    @Test
    void reloadingTheRouteClosesNoConnection() throws Exception {
        start("call");
        awaitControl("ResyncEnd");
        context.getRouteController().stopRoute("in");
        context.removeRoute("in");
        primary.server.say(primary.event(TServerMessage.EVENT_CALL_DELETED, "7001"));
        route("call");
        await().until(() -> words().contains("EventCallDeleted"));
        assertThat(primary.server.accepted()).isEqualTo(1);
        assertThat(words()).doesNotContain("SessionDown");
    }

    @Test
    void aReloadWithOtherOptionsEndsTheOldSessionBeforeTheNewOneBegins() throws Exception {
        start("call");
        awaitControl("ResyncEnd");
        context.getRouteController().stopRoute("in");
        context.removeRoute("in");
        route("call&batchSize=7");
        await().until(() -> words().equals(List.of("SessionUp", "ResyncEnd", "SessionDown", "SessionUp", "ResyncEnd")));
        assertThat(primary.server.open() + backup.server.open()).isEqualTo(1);
    }

    @Test
    void aStoppedRouteLosesItsConnectionAfterAWhileButNothingThatWasAccepted() throws Exception {
        start("call&linger=300");
        awaitControl("ResyncEnd");
        context.getRouteController().stopRoute("in");
        primary.server.say(primary.event(TServerMessage.EVENT_CALL_DELETED, "7001"));
        await().until(() -> primary.server.open() == 0);
        context.getRouteController().startRoute("in");
        await().until(() -> words().equals(List.of(
                "SessionUp", "ResyncEnd", "EventCallDeleted", "SessionDown", "SessionUp", "ResyncEnd")));
    }

    @Test
    void aRouteThatCannotStartLeavesNoConnection() throws Exception {
        context.getRegistry().unbind("directory");
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> {
                    context.addRoutes(new RouteBuilder() {
                        @Override
                        public void configure() {
                            from("tserver:SIP_A?family=call,vq&primary=" + primary.address())
                                    .routeId("in")
                                    .log("never");
                        }
                    });
                    context.start();
                })
                .hasStackTraceContaining("needs the option directory");
        await().during(Duration.ofMillis(300)).until(() -> primary.server.open() == 0);
    }

    private void start(String family) throws Exception {
        route(family);
        context.start();
    }

    private void route(String family) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("tserver:SIP_A?primary=" + primary.address() + "&backup=" + backup.address() + "&family=" + family
                                + "&instance=one&scopeInterval=50&directory=#directory")
                        .routeId("in")
                        .process(exchange -> {
                            if (refuse) {
                                throw new IllegalStateException("the journal is away");
                            }
                            ((List<?>) exchange.getMessage().getBody())
                                    .forEach(each -> taken.add((ReceivedFrame) each));
                        });
            }
        });
    }

    private void awaitControl(String word) {
        await().until(() -> words().contains(word));
    }

    private static Predicate<ReceivedFrame> is(String word) {
        return entry -> word(entry).equals(word);
    }

    private List<String> words() {
        return new ArrayList<>(taken).stream().map(TServerConsumerIT::word).toList();
    }

    private static String word(ReceivedFrame entry) {
        return entry.control() != null
                ? entry.control()
                : TServerMessage.name(entry.message().number());
    }
}

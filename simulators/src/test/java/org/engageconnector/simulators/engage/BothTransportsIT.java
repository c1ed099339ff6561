package org.engageconnector.simulators.engage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.engageconnector.directory.Directory;
import org.engageconnector.message.Message;
import org.engageconnector.message.ReceivedFrame;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.platformsdk.AddpSettings;
import org.engageconnector.platformsdk.PlatformSdk;
import org.engageconnector.platformsdk.StandIn;
import org.engageconnector.platformsdk.StandInWay;
import org.engageconnector.simulators.engage.play.PlayOptions;
import org.engageconnector.simulators.engage.play.Player;
import org.engageconnector.simulators.engage.scenario.Scenario;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Every golden call over real sockets, heard at once by {@code tkv} and by {@code platform-sdk} on every unfriendly way of the
 * stand-in: all hand over the same.
 */
class BothTransportsIT {

    private static final String TKV = "tkv";

    private final Map<String, List<ReceivedFrame>> taken = new LinkedHashMap<>();

    private final List<DefaultCamelContext> contexts = new ArrayList<>();

    @AfterEach
    void nobodyListensAnyMore() {
        contexts.forEach(DefaultCamelContext::stop);
    }

    @Test
    void every_golden_call_is_handed_over_alike_on_both_transports_whatever_the_sdk_does() throws Exception {
        try (EngageSite site = EngageSite.start(EngageSiteOptions.of(240, 3))) {
            listen(site, TKV, TKV, null);
            for (StandInWay way : StandInWay.ways().toList()) {
                listen(site, way.name(), "platform-sdk", way.standIn());
            }
            await().atMost(Duration.ofSeconds(120))
                    .until(() -> taken.values().stream().allMatch(frames -> controls(frames, "ResyncEnd") == 3));

            Map<String, Integer> mix = new TreeMap<>();
            site.scenarios().all().forEach(scenario -> mix.put(scenario.name(), 1));
            Player run = site.play(new PlayOptions(4, 0, mix, 2_500, 200, 1, true), mix.size() / 4 + 2);
            run.finished().get(240, TimeUnit.SECONDS);
            assertThat(run.progress().callsSkipped())
                    .as("calls without free agents")
                    .isZero();
            assertThat(run.calls())
                    .extracting(call -> call.scenario())
                    .containsAll(
                            site.scenarios().all().stream().map(Scenario::name).toList());

            for (String way : taken.keySet()) {
                await().atMost(Duration.ofSeconds(60))
                        .untilAsserted(() -> assertThat(events(way)).as(way).hasSameSizeAs(events(TKV)));
                Map<String, Map<Integer, Object>> heard = events(way);
                events(TKV)
                        .forEach((event, attributes) -> assertThat(heard.get(event))
                                .as(way + ": " + event)
                                .isEqualTo(attributes));
                for (String family : List.of("vq", "extension", "call")) {
                    assertThat(order(way, family)).as(way + ": " + family).isEqualTo(order(TKV, family));
                }
            }
        }
    }

    private static long controls(List<ReceivedFrame> frames, String word) {
        return frames.stream().filter(frame -> word.equals(frame.control())).count();
    }

    /** The live events by family and number, with what they say. */
    private Map<String, Map<Integer, Object>> events(String transport) {
        Map<String, Map<Integer, Object>> events = new TreeMap<>();
        for (ReceivedFrame frame : taken.get(transport)) {
            Message message = frame.message();
            if (message != null && !message.has(TServerAttribute.REFERENCE_ID)) {
                Map<Integer, Object> attributes = new TreeMap<>();
                attributes.put(-1, message.number());
                message.attributes().forEach(attribute -> attributes.put(attribute.id(), attribute.value()));
                events.put(
                        frame.family() + " " + message.longInteger(TServerAttribute.EVENT_SEQUENCE_NUMBER), attributes);
            }
        }
        return events;
    }

    private List<Long> order(String transport, String family) {
        return taken.get(transport).stream()
                .filter(frame -> frame.family().equals(family) && frame.message() != null)
                .filter(frame -> !frame.message().has(TServerAttribute.REFERENCE_ID))
                .map(frame -> frame.message().longInteger(TServerAttribute.EVENT_SEQUENCE_NUMBER))
                .toList();
    }

    private void listen(EngageSite site, String name, String transport, StandIn standIn) throws Exception {
        List<ReceivedFrame> frames = new CopyOnWriteArrayList<>();
        taken.put(name, frames);
        DefaultCamelContext context = new DefaultCamelContext();
        contexts.add(context);
        context.getRegistry().bind("directory", Directory.class, DnsInScope.of(site));
        if (standIn != null) {
            context.getRegistry().bind("sdk", PlatformSdk.load(standIn.folder(), AddpSettings.DEFAULT));
        }
        context.addRoutes(route(site, transport, frames));
        context.start();
    }

    private static RouteBuilder route(EngageSite site, String transport, List<ReceivedFrame> frames) {
        String[] pair = site.settings().get("ex.sip-servers").split("[=|]");
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("tserver:" + transport + "?servers=SIP_A=" + pair[1] + "|" + pair[2] + "&transport=" + transport
                                + "&instance=" + transport + "&password=RAW("
                                + site.settings().get("ex.engage.password") + ")")
                        .process(exchange -> ((List<?>) exchange.getMessage().getBody())
                                .forEach(each -> frames.add((ReceivedFrame) each)));
            }
        };
    }
}

package org.engageconnector.simulators.engage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.engageconnector.directory.Directory;
import org.engageconnector.message.ReceivedFrame;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.simulators.engage.play.PlayOptions;
import org.engageconnector.simulators.engage.play.Player;
import org.junit.jupiter.api.Test;

/** The connector's own {@code tserver:} at the simulated site: everything that is played arrives once and in order. */
class ConnectorAtTheSiteIT {

    private final List<ReceivedFrame> taken = new CopyOnWriteArrayList<>();

    @Test
    void everyEventOfARunArrivesOnceAlsoAcrossASwitchover() throws Exception {
        try (EngageSite site = EngageSite.start(EngageSiteOptions.of(30, 3));
                DefaultCamelContext context = new DefaultCamelContext()) {
            context.getRegistry().bind("directory", Directory.class, DnsInScope.of(site));
            context.addRoutes(route(site));
            context.start();
            awaitResyncs(3);

            Player run = site.play(
                    new PlayOptions(
                            5, 1, Map.of("abandoned-while-ringing", 1, "abandoned-in-queue", 1), 2_500, 200, 1, true),
                    1);
            await().atMost(Duration.ofSeconds(20)).until(() -> run.progress().callsStarted() >= 4);
            site.sipServers("SIP_A").switchOver();
            awaitResyncs(6);
            run.finished().get(90, TimeUnit.SECONDS);

            assertThat(run.progress().callsEnded()).isEqualTo(run.progress().callsStarted());
            String mainCall = run.calls().get(0).callUuid();
            await().atMost(Duration.ofSeconds(5))
                    .until(() -> numbersOf(mainCall).contains(162));
            for (String family : List.of("vq", "extension", "call")) {
                Map<Integer, List<Long>> numbersByRun = frames().stream()
                        .filter(f -> f.family().equals(family))
                        .collect(Collectors.groupingBy(
                                ReceivedFrame::startTime,
                                Collectors.mapping(
                                        f -> f.message().longInteger(TServerAttribute.EVENT_SEQUENCE_NUMBER),
                                        Collectors.toList())));
                assertThat(numbersByRun).as(family).hasSize(2);
                assertThat(numbersByRun.values())
                        .allSatisfy(numbers -> assertThat(numbers).isSorted().doesNotHaveDuplicates());
            }
        }
    }

    private RouteBuilder route(EngageSite site) {
        String[] pair = site.settings().get("ex.sip-servers").split("[=|]");
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("tserver:SIP_A?family=vq,extension,call&primary=" + pair[1] + "&backup=" + pair[2]
                                + "&instance=one&password=RAW("
                                + site.settings().get("ex.engage.password") + ")")
                        .process(exchange -> ((List<?>) exchange.getMessage().getBody())
                                .forEach(each -> taken.add((ReceivedFrame) each)));
            }
        };
    }

    private void awaitResyncs(int count) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> taken.stream()
                                .filter(f -> "ResyncEnd".equals(f.control()))
                                .count()
                        >= count);
    }

    private List<ReceivedFrame> frames() {
        return taken.stream().filter(f -> f.control() == null).toList();
    }

    private List<Integer> numbersOf(String callUuid) {
        return frames().stream()
                .filter(f -> callUuid.equals(f.message().text(TServerAttribute.CALL_UUID)))
                .map(f -> f.message().number())
                .toList();
    }
}

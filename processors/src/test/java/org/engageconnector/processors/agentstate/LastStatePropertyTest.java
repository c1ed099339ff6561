package org.engageconnector.processors.agentstate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** For any sequence of statistics, outages, restarts, takeovers and dead letters the last state sent is that of the last seen. */
class LastStatePropertyTest {

    private enum Fault {
        NONE,
        RESTART,
        REOPENED,
        TAKEOVER,
        DEAD_LETTER
    }

    record Said(StatServerStatus status, int seconds, CallType type, String reason, Fault fault) {}

    @Property(tries = 500)
    void theLastStateSentIsTheMappingOfTheLastStateSeen(@ForAll("days") List<Said> day) {
        Desk desk = new Desk();
        int time = 1000;
        for (Said said : day) {
            time += said.seconds();
            desk.now = time * 1000L;
            say(desk, said, time);
            desk.passes(300);
            switch (said.fault()) {
                case NONE -> {}
                case RESTART -> restart(desk, said, time);
                case REOPENED -> say(desk, said, time);
                case TAKEOVER -> {
                    desk.table.load(Map.copyOf(desk.redis));
                    desk.take(desk.table.takeOver(List.of(), desk.directory, desk.now));
                }
                case DEAD_LETTER -> {
                    desk.take(desk.table.forget(List.of("agentA")));
                    say(desk, said, time);
                }
            }
            AgentRecord record = desk.table.records().get("agentA");
            assertThat(record.sentPresence).isEqualTo(record.presence);
            assertThat(record.sentRoutingStatus).isEqualTo(record.routingStatus);
        }
        assertThat(desk.ids).doesNotHaveDuplicates();
        assertThat(desk.sent).isSorted();
    }

    private static void restart(Desk desk, Said said, int time) {
        int before = desk.sent.size();
        desk.table.load(Map.copyOf(desk.redis));
        say(desk, said, time);
        desk.passes(300);
        assertThat(desk.sent).as("a restart repeats nothing").hasSize(before);
    }

    private static void say(Desk desk, Said said, int time) {
        desk.state(said.status(), time, said.type());
        if (said.status() == StatServerStatus.NotReadyForNextCall && said.reason() != null) {
            desk.reason(time, time, said.reason());
        }
    }

    @Provide
    Arbitrary<List<Said>> days() {
        Arbitrary<String> reasons =
                Arbitraries.of("LUNCH", "BREAK", "17", "OTHER").injectNull(0.3);
        return net.jqwik.api.Combinators.combine(
                        Arbitraries.of(StatServerStatus.class),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of(CallType.class),
                        reasons,
                        Arbitraries.of(Fault.class))
                .as(Said::new)
                .list()
                .ofMaxSize(30);
    }
}

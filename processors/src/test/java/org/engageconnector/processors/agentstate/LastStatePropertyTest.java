package org.engageconnector.processors.agentstate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.engageconnector.processors.agentstate.StatServerStatus.NotReadyForNextCall;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.engageconnector.journal.JournalEntry;
import org.engageconnector.message.StatEvent.Kind;

/**
 * For any sequence of statistics, outages, restarts, takeovers, failed commits and dead letters: the last state accepted is
 * the mapping of the last state seen, no event repeats the accepted one before it, and ids and times are as they must be.
 */
class LastStatePropertyTest {

    private enum Then {
        NOTHING,
        /** The reason comes after the wait. */
        LATE_REASON,
        /** The next state comes while the reason is awaited. */
        HURRY,
        /** Redis does not take the batch; the same comes again. */
        COMMIT_FAILS,
        /** Every statistic is opened again and says the same. */
        REOPENED,
        /** Another process goes on from Redis, and opens every statistic. */
        RESTART,
        /** As a restart, and the agent changed state meanwhile: nobody saw this one. */
        RESTART_AFTER_MISSED,
        /** The owner dies; the standby alone hears the next two. */
        OWNER_DIES,
        PRESENCE_REFUSED,
        ROUTING_STATUS_REFUSED,
        INVALID_AND_VALID
    }

    record Said(StatServerStatus status, int seconds, CallType type, String reason, Then then) {}

    @Property(tries = 1000)
    void theLastStateAcceptedIsTheMappingOfTheLastStateSeen(@ForAll("days") List<Said> day) {
        new Day(day).play();
    }

    /** One day, at a desk and by the expectation. */
    private static final class Day {
        private final List<Said> said;
        private final Desk desk = new Desk();
        private final ExpectedState expected = new ExpectedState();
        private final Set<String> refused = new HashSet<>();
        private int time = 1000;
        private int unowned;

        private Day(List<Said> said) {
            this.said = said;
        }

        private void play() {
            for (Said next : said) {
                time += next.seconds();
                if (next.then() == Then.RESTART_AFTER_MISSED && desk.owned) {
                    // nobody hears it; what is heard is the state after it, one second later
                    time++;
                    desk.restart();
                }
                step(next);
                if (!desk.owned && ++unowned == 3) {
                    desk.takeOver();
                    wait(300);
                }
                if (desk.owned && next.then() != Then.HURRY) {
                    assertThat(accepted()).isEqualTo(expected.state());
                }
            }
            if (!desk.owned) {
                desk.takeOver();
            }
            wait(300);
            assertThat(accepted()).isEqualTo(expected.state());
            assertThat(desk.ids).doesNotHaveDuplicates();
            noneRepeatsTheOneBefore();
            timesRise();
        }

        private void step(Said next) {
            expected.sees(next.status(), next.type(), next.reason());
            switch (next.then()) {
                case COMMIT_FAILS -> failed(next);
                case OWNER_DIES -> {
                    unowned = desk.owned ? 0 : unowned;
                    hear(next);
                    desk.owned = false;
                    return;
                }
                case HURRY -> {
                    hear(next);
                    return;
                }
                case LATE_REASON -> {
                    desk.state(next.status(), time, next.type());
                    wait(301);
                    reason(next, time + 1);
                    return;
                }
                default -> {}
            }
            hear(next);
            wait(300);
            if (desk.owned) {
                afterwards(next);
            }
        }

        private void afterwards(Said next) {
            switch (next.then()) {
                case REOPENED -> hear(next);
                case RESTART -> {
                    int before = desk.sent.size();
                    desk.restart();
                    hear(next);
                    wait(300);
                    assertThat(desk.sent).as("a restart repeats nothing").hasSize(before);
                }
                case PRESENCE_REFUSED -> refuse(AgentEvents.PRESENCE, next);
                case ROUTING_STATUS_REFUSED -> refuse(AgentEvents.ROUTING_STATUS, next);
                case INVALID_AND_VALID -> {
                    desk.say(Kind.INVALID);
                    desk.say(Kind.VALID);
                    hear(next);
                }
                default -> {}
            }
        }

        private void refuse(String kind, Said next) {
            List<JournalEntry> ofKind = desk.journal.stream()
                    .filter(entry -> entry.kind().equals(kind))
                    .toList();
            if (!ofKind.isEmpty()) {
                refused.add(ofKind.get(ofKind.size() - 1).headers().get("eventId"));
                desk.refuses(kind, 0);
                hear(next);
            }
        }

        /** The batch is computed and thrown away, as when Redis is away. */
        private void failed(Said next) {
            if (desk.owned) {
                int sent = desk.sent.size();
                Map<String, byte[]> before = Map.copyOf(desk.redis);
                desk.withoutCommit(next.status(), time, next.type());
                assertThat(desk.sent).hasSize(sent);
                assertThat(desk.redis).isEqualTo(before);
            }
        }

        private void hear(Said next) {
            desk.state(next.status(), time, next.type());
            reason(next, time);
        }

        private void reason(Said next, int at) {
            if (next.status() == NotReadyForNextCall && next.reason() != null) {
                desk.reason(time, at, next.reason());
            }
        }

        private void wait(int millis) {
            if (desk.owned) {
                desk.passes(millis);
            } else {
                desk.now += millis;
            }
        }

        /** Presence and routing status as Genesys Cloud has them after all that it accepted. */
        private String accepted() {
            Map<String, String> last = new HashMap<>();
            desk.journal.stream()
                    .filter(entry -> !refused.contains(entry.headers().get("eventId")))
                    .forEach(entry -> last.put(entry.kind(), entry.headers().get("value")));
            return last.get(AgentEvents.PRESENCE) + " " + last.get(AgentEvents.ROUTING_STATUS);
        }

        private void noneRepeatsTheOneBefore() {
            Map<String, JournalEntry> last = new HashMap<>();
            for (JournalEntry entry : desk.journal) {
                JournalEntry before = last.put(entry.kind(), entry);
                if (before != null && !refused.contains(before.headers().get("eventId"))) {
                    assertThat(entry.headers().get("value"))
                            .isNotEqualTo(before.headers().get("value"));
                }
            }
        }

        private void timesRise() {
            Instant last = Instant.MIN;
            for (JournalEntry entry : desk.journal) {
                Instant time = Desk.timeOf(entry);
                assertThat(time).isAfter(last);
                last = time;
            }
        }
    }

    @Provide
    Arbitrary<List<Said>> days() {
        Arbitrary<String> reasons =
                Arbitraries.of("LUNCH", "BREAK", "17", "OTHER").injectNull(0.3);
        Arbitrary<StatServerStatus> statuses = Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.of(StatServerStatus.class)),
                Tuple.of(1, Arbitraries.of(NotReadyForNextCall, StatServerStatus.CallRinging)));
        return Combinators.combine(
                        statuses,
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.of(CallType.class),
                        reasons,
                        Arbitraries.of(Then.class))
                .as(Said::new)
                .list()
                .ofMaxSize(30);
    }
}

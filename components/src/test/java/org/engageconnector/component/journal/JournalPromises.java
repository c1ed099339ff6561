package org.engageconnector.component.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.engageconnector.component.journal.intake.Frames;
import org.engageconnector.component.journal.lease.LeaseLostException;
import org.engageconnector.component.journal.lease.StandingLease;
import org.engageconnector.component.journal.stream.EntryFields;
import org.engageconnector.component.journal.stream.JournalBounds;
import org.engageconnector.component.journal.stream.JournalFullException;
import org.engageconnector.component.redis.RedisConnection;
import org.engageconnector.component.redis.TestRedis;
import org.engageconnector.journal.JournalEntry;
import org.engageconnector.journal.NewEntry;
import org.engageconnector.message.ReceivedFrame;
import org.junit.jupiter.api.Test;

/** The way of an Engage event through a real Redis: appended once, handled once, in order. */
abstract class JournalPromises {

    private static final Duration SOON = Duration.ofSeconds(60);

    abstract TestRedis server();

    @Test
    void whatIsAppendedReachesTheRouteInOrderAndLeavesTheJournal() throws Exception {
        try (JournalHarness one = new JournalHarness(server().connect("a")).start()) {
            for (int list = 0; list < 10; list++) {
                one.send(frames("a", list * 100, list * 100 + 100));
            }

            await().atMost(SOON).until(() -> one.committed.size() == 1000);
            assertThat(JournalHarness.bodies(one.redis, "conversation-events")).isEqualTo(texts(0, 1000));
            assertThat(JournalHarness.bodies(one.redis, "engage-events/SIP_1")).isEmpty();
            assertThat(bytes(one.redis, "engage-events")).isZero();
        }
    }

    @Test
    void anEventThatBothInstancesSeeIsAppendedOnce() throws Exception {
        try (JournalHarness one = new JournalHarness(server().connect("both", "a")).start();
                JournalHarness two = new JournalHarness(server().connect("both", "b")).start()) {
            for (int list = 0; list < 20; list++) {
                one.send(frames("a", list * 50, list * 50 + 50));
                two.send(frames("b", list * 50, list * 50 + 50));
            }
            one.send(List.of(Frames.registered("a", 5), Frames.control("a", "SessionUp")));
            two.send(List.of(Frames.registered("b", 5), Frames.control("b", "SessionUp")));

            await().atMost(SOON).until(() -> one.committed.size() + two.committed.size() == 1004);
            List<String> all = JournalHarness.bodies(one.redis, "conversation-events");
            assertThat(all.subList(0, 1000)).isEqualTo(texts(0, 1000));
            assertThat(all.subList(1000, 1004)).containsExactlyInAnyOrder("r5", "", "r5", "");
        }
    }

    @Test
    void eventsWithoutNumbersAndNumbersFarOffAreAppendedOnceToo() throws Exception {
        try (JournalHarness one = new JournalHarness(server().connect("far", "a"));
                JournalHarness two = new JournalHarness(server().connect("far", "b"))) {
            for (JournalHarness each : List.of(one.startIntakeOnly(), two.startIntakeOnly())) {
                String instance = each.redis.instance();
                each.send(List.of(
                        Frames.ringing(instance, 10),
                        Frames.ringing(instance, 5_000_000_000L),
                        Frames.ringing(instance, 11),
                        Frames.unnumbered(instance, "1001", 7),
                        Frames.unnumbered(instance, "1001", 8)));
                each.send(List.of(Frames.ringing(instance, 5_000_000_000L), Frames.ringing(instance, 12)));
            }

            assertThat(JournalHarness.bodies(one.redis, "engage-events/SIP_1"))
                    .containsExactly("10", "5000000000", "11", "10017", "10018", "12");
        }
    }

    @Test
    void statesAreStoredWithTheStepAndReadByTheNextOwner() throws Exception {
        List<Long> before = new ArrayList<>();
        try (JournalHarness one = new JournalHarness(server().connect("states", "a"))) {
            one.rule = step -> {
                before.add(step.ownership());
                step.put("call-1", "state".getBytes());
            };
            one.start();
            one.send(frames("a", 0, 1));
            await().atMost(SOON).until(() -> one.committed.size() == 1);
        }
        List<Map<String, byte[]>> read = new ArrayList<>();
        List<Long> numbers = new ArrayList<>();
        try (JournalHarness two = new JournalHarness(server().connect("states", "b"))) {
            two.rule = step -> {
                numbers.add(step.ownership());
                read.add(step.states());
            };
            two.start();
            await().atMost(SOON).until(() -> !read.isEmpty());
            assertThat(read.get(0)).containsOnlyKeys("call-1");
            assertThat(numbers.get(0)).as("a new owner has a higher number").isGreaterThan(before.get(0));
        }
    }

    @Test
    void anInputThatNoTryCanHandleGoesToTheDeadLettersAlone() throws Exception {
        try (JournalHarness one = new JournalHarness(server().connect("a"))) {
            one.rule = step -> {
                if (step.entries().stream().anyMatch(entry -> new String(entry.body()).equals("13"))) {
                    throw new IllegalArgumentException("cannot handle call 4915112345678");
                }
            };
            one.start();
            one.send(frames("a", 0, 40));

            await().atMost(SOON).until(() -> one.committed.size() == 39);
            assertThat(JournalHarness.bodies(one.redis, "conversation-events"))
                    .hasSize(39)
                    .doesNotContain("13");
            assertThat(JournalHarness.bodies(one.redis, "dead-letters")).containsExactly("13");
            JournalEntry letter =
                    JournalHarness.entries(one.redis, "dead-letters").get(0);
            assertThat(letter.headers())
                    .containsEntry("journal", "engage-events")
                    .containsEntry("partition", "SIP_1");
            assertThat(letter.headers().get("error"))
                    .contains("IllegalArgumentException")
                    .doesNotContain("4915112345678");
        }
    }

    @Test
    void aStepOfAFormerOwnerChangesNothing() throws Exception {
        CountDownLatch inStep = new CountDownLatch(1);
        CountDownLatch taken = new CountDownLatch(1);
        try (JournalHarness one = new JournalHarness(server().connect("stale", "a"));
                JournalHarness two = new JournalHarness(server().connect("stale", "b"))) {
            one.rule = step -> {
                if (!step.entries().isEmpty() && inStep.getCount() > 0) {
                    inStep.countDown();
                    taken.await(20, TimeUnit.SECONDS);
                }
            };
            one.start();
            one.send(frames("a", 0, 10));
            assertThat(inStep.await(20, TimeUnit.SECONDS)).isTrue();
            String record = one.redis.keys().lease("engage-events/SIP_1");
            two.redis.call(commands -> commands.set(record, "b 00".getBytes()));
            taken.countDown();
            await().atMost(SOON)
                    .until(() -> one.context
                            .getEndpoint("redis-journal:engage-events?batchSize=50&tick=50", RedisJournalEndpoint.class)
                            .getOwned()
                            .isEmpty());
            assertThat(one.committed).isEmpty();
            assertThat(JournalHarness.bodies(one.redis, "conversation-events")).isEmpty();

            two.redis.call(commands -> commands.del(record));
            await().atMost(SOON).until(() -> one.committed.size() == 10);
            assertThat(JournalHarness.bodies(one.redis, "conversation-events")).isEqualTo(texts(0, 10));
        }
    }

    @Test
    void statesUnderALeaseAreStoredWithTheirEntriesAndOnlyByItsHolder() throws Exception {
        RedisConnection redis = server().connect("a");
        try (JournalHarness one = new JournalHarness(redis);
                StandingLease lease =
                        new StandingLease(redis, "agent-states", StandingLease.LIFETIME, StandingLease.RENEWAL)) {
            one.context.getRegistry().bind("agentStateOwner", lease);
            one.context.start();
            assertThatThrownBy(() -> one.sendAgentState("user-1")).hasRootCauseInstanceOf(LeaseLostException.class);

            lease.start();
            await().atMost(SOON).until(lease::held);
            one.sendAgentState("user-1");
            assertThat(lease.states()).containsOnlyKeys("user-1");
            assertThat(JournalHarness.bodies(redis, "agent-state-events")).containsExactly("user-1");
        }
    }

    @Test
    void aFullJournalMakesIntakeWaitAndDropsNothing() throws Exception {
        try (JournalHarness one = new JournalHarness(server().connect("a"))) {
            one.startIntakeOnly();
            RedisConnection redis = one.redis;
            JournalHarness.pretendSize(redis, "engage-events", JournalBounds.DEFAULT_MEMORY);

            assertThatThrownBy(() -> one.send(frames("a", 0, 3))).hasRootCauseInstanceOf(JournalFullException.class);
            assertThat(JournalHarness.bodies(redis, "engage-events/SIP_1")).isEmpty();

            JournalHarness.pretendSize(redis, "engage-events", 0);
            one.send(frames("a", 0, 3));
            assertThat(JournalHarness.bodies(redis, "engage-events/SIP_1")).isEqualTo(texts(0, 3));
        }
    }

    @Test
    void aFullOutgoingJournalHoldsTheStepBackWithoutCountingItAsBad() throws Exception {
        try (JournalHarness one = new JournalHarness(server().connect("a"))) {
            RedisConnection redis = one.redis;
            JournalHarness.pretendSize(redis, "conversation-events", JournalBounds.DEFAULT_MEMORY);
            List<Integer> steps = new ArrayList<>();
            one.rule = step -> steps.add(step.entries().size());
            one.start();
            one.send(frames("a", 0, 5));
            await().atMost(SOON)
                    .until(() -> steps.stream().filter(size -> size == 5).count() > 4);
            assertThat(one.committed).isEmpty();

            JournalHarness.pretendSize(redis, "conversation-events", 0);
            await().atMost(SOON).until(() -> one.committed.size() == 5);
            assertThat(JournalHarness.bodies(redis, "dead-letters")).isEmpty();
        }
    }

    @Test
    void aStepRefusesAnotherThreadAndALateGuest() throws Exception {
        List<Throwable> refusals = new ArrayList<>();
        try (JournalHarness one = new JournalHarness(server().connect("a"))) {
            List<org.engageconnector.journal.Step> steps = new ArrayList<>();
            one.rule = step -> {
                if (steps.isEmpty()) {
                    steps.add(step);
                    Thread other = new Thread(() -> refusals.add(failureOf(() -> step.put("k", new byte[0]))));
                    other.start();
                    other.join(10_000);
                }
            };
            one.start();
            one.send(frames("a", 0, 1));
            await().atMost(SOON).until(() -> one.committed.size() == 1);
            refusals.add(failureOf(() -> steps.get(0).append("x", new NewEntry("", "", Map.of(), new byte[0]))));
            assertThat(refusals).hasSize(2).allMatch(failure -> failure instanceof IllegalStateException);
        }
    }

    private static Throwable failureOf(Runnable action) {
        try {
            action.run();
            return null;
        } catch (RuntimeException e) {
            return e;
        }
    }

    private static long bytes(RedisConnection redis, String journal) {
        return Long.parseLong(EntryFields.text(
                redis.call(commands -> commands.hget(redis.keys().bytes(), journal))));
    }

    static List<ReceivedFrame> frames(String instance, long from, long to) {
        return LongStream.range(from, to)
                .mapToObj(number -> Frames.ringing(instance, number))
                .toList();
    }

    static List<String> texts(long from, long to) {
        return LongStream.range(from, to).mapToObj(Long::toString).toList();
    }
}

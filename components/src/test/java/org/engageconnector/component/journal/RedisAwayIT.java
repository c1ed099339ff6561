package org.engageconnector.component.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.health.HealthCheck;
import org.engageconnector.component.journal.intake.Frames;
import org.engageconnector.component.redis.TestRedis;
import org.junit.jupiter.api.Test;

/** Redis goes away and comes back: intake waits, nothing is lost, everything goes on by itself. */
class RedisAwayIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    @Test
    void withEveryWriteOnDiskAnOutageCostsOnlyTime() throws Exception {
        try (TestRedis server = TestRedis.with("appendonly", "yes", "appendfsync", "always");
                JournalHarness one = new JournalHarness(server.connect("a")).start()) {
            Thread sender = sender(one, 0, 60, server);
            await().atMost(SOON).until(() -> one.committed.size() > 10);
            server.stop();
            await().atMost(SOON).until(() -> health(one) == HealthCheck.State.DOWN);
            server.start();

            await().atMost(SOON).until(() -> one.committed.size() == 60);
            sender.join(10_000);
            assertThat(JournalHarness.bodies(one.redis, "conversation-events")).isEqualTo(JournalPromises.texts(0, 60));
            assertThat(health(one)).isEqualTo(HealthCheck.State.UP);
        }
    }

    @Test
    void whatRedisForgetsOfTheLastSecondsTheRingBringsBack() throws Exception {
        try (TestRedis server = TestRedis.with();
                JournalHarness one = new JournalHarness(server.connect("a"))) {
            one.startIntakeOnly();
            one.send(JournalPromises.frames("a", 0, 100));
            server.stop();
            server.start();

            await().atMost(SOON)
                    .until(() -> one.redis.available()
                            && JournalHarness.bodies(one.redis, "engage-events/SIP_1")
                                            .size()
                                    == 100);
            assertThat(JournalHarness.bodies(one.redis, "engage-events/SIP_1"))
                    .isEqualTo(JournalPromises.texts(0, 100));
        }
    }

    @Test
    void afterAFailoverThatForgetsSecondsTheOwnerStartsFromWhatIsThereAndNothingIsMissing() throws Exception {
        try (TestRedis server = TestRedis.with("appendonly", "yes", "appendfsync", "always");
                JournalHarness one = new JournalHarness(server.connect("a"))) {
            List<String> memory = new ArrayList<>();
            one.rule = counting(memory);
            one.start();
            one.send(JournalPromises.frames("a", 0, 50));
            await().atMost(SOON).until(() -> one.committed.size() == 50);
            Path copy = server.copy();
            one.send(JournalPromises.frames("a", 50, 100));
            await().atMost(SOON).until(() -> one.committed.size() == 100);
            server.failOverTo(copy);
            await().atMost(SOON).until(() -> one.redis.available());
            one.send(JournalPromises.frames("a", 100, 110));

            await().atMost(SOON)
                    .until(() -> JournalHarness.bodies(one.redis, "conversation-events")
                                    .size()
                            >= 110);
            assertThat(JournalHarness.bodies(one.redis, "conversation-events"))
                    .isEqualTo(JournalPromises.texts(0, 110));
            byte[] state =
                    one.redis.call(commands -> commands.hget(one.redis.keys().state("engage-events/SIP_1"), "count"));
            assertThat(new String(state)).isEqualTo("110");
        }
    }

    @Test
    void timeDoesNotPassInADrainedPartitionWhileWhatRedisForgotIsStillToComeAgain() throws Exception {
        try (TestRedis server = TestRedis.with("appendonly", "yes", "appendfsync", "always");
                JournalHarness one = new JournalHarness(server.connect("a"))) {
            List<Integer> seenAtTicks = new CopyOnWriteArrayList<>();
            Set<String> seen = ConcurrentHashMap.newKeySet();
            one.rule = step -> {
                step.entries().forEach(entry -> seen.add(new String(entry.body())));
                if (step.drained()) {
                    seenAtTicks.add(seen.size());
                }
            };
            one.start();
            one.send(JournalPromises.frames("a", 0, 50));
            await().atMost(SOON).until(() -> one.committed.size() == 50);
            Path copy = server.copy();
            for (int number = 50; number < 200; number++) {
                one.send(JournalPromises.frames("a", number, number + 1));
            }
            await().atMost(SOON).until(() -> one.committed.size() == 200);
            server.stop();
            await().atMost(SOON).until(() -> health(one) == HealthCheck.State.DOWN);
            seen.clear();
            seenAtTicks.clear();
            server.failOverTo(copy);

            await().atMost(SOON).until(() -> !seenAtTicks.isEmpty());
            one.send(JournalPromises.frames("a", 200, 201));
            await().atMost(SOON).until(() -> seen.contains("200"));
            assertThat(seenAtTicks.get(0))
                    .as("all that came again")
                    .isPositive()
                    .isEqualTo(seen.size() - 1);
        }
    }

    /** Keeps a count in memory as the call engine keeps calls: read at a new ownership, replaced at a commit. */
    private static JournalHarness.Rule counting(List<String> log) {
        long[] ownership = {0};
        int[] count = {0};
        return step -> {
            if (step.ownership() != ownership[0]) {
                byte[] stored = step.states().get("count");
                count[0] = stored == null ? 0 : Integer.parseInt(new String(stored));
                ownership[0] = step.ownership();
                log.add("read " + count[0]);
            }
            int next = count[0] + step.entries().size();
            if (next != count[0]) {
                step.put("count", Integer.toString(next).getBytes());
                step.onCommit(() -> count[0] = next);
            }
        };
    }

    @Test
    void aRedisThatAnswersNoMoreIsLeftAndFoundAgain() throws Exception {
        try (TestRedis server = TestRedis.with();
                JournalHarness one = new JournalHarness(server.connect("a")).start()) {
            one.send(JournalPromises.frames("a", 0, 10));
            await().atMost(SOON).until(() -> one.committed.size() == 10);
            server.freeze();
            await().atMost(SOON).until(() -> health(one) == HealthCheck.State.DOWN);
            server.thaw();

            await().atMost(SOON).until(() -> health(one) == HealthCheck.State.UP);
            one.send(JournalPromises.frames("a", 10, 20));
            await().atMost(SOON).until(() -> one.committed.size() >= 20);
            assertThat(new ArrayList<>(new LinkedHashSet<>(one.committed))).isEqualTo(JournalPromises.texts(0, 20));
            assertThat(JournalHarness.bodies(one.redis, "conversation-events")).isEqualTo(JournalPromises.texts(0, 20));
        }
    }

    /** Sends one frame at a time, each until it is taken, as a connection does. */
    private static Thread sender(JournalHarness one, int from, int to, TestRedis server) {
        List<Integer> left = new ArrayList<>();
        for (int number = from; number < to; number++) {
            left.add(number);
        }
        Thread thread = new Thread(() -> {
            while (!left.isEmpty()) {
                try {
                    one.send(List.of(Frames.ringing("a", left.get(0))));
                    left.remove(0);
                    if (left.size() == 40) {
                        await().atMost(SOON).until(() -> !one.redis.available());
                    }
                } catch (RuntimeException e) {
                    assertThat(e).isNotNull();
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static HealthCheck.State health(JournalHarness one) {
        return new RedisHealthCheck(one.redis, journal -> true).call().getState();
    }
}

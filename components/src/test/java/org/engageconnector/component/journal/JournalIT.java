package org.engageconnector.component.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.engageconnector.component.redis.TestRedis;
import org.engageconnector.message.ReceivedFrame;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The way of an Engage event through a real Redis: appended once, handled once, in order. */
class JournalIT {

    private static TestRedis server;

    @BeforeAll
    static void startRedis() {
        server = TestRedis.with();
    }

    @AfterAll
    static void stopRedis() {
        server.close();
    }

    @Test
    void whatIsAppendedReachesTheRouteInOrderAndLeavesTheJournal() throws Exception {
        try (JournalHarness one = new JournalHarness(server.connect("a")).start()) {
            for (int list = 0; list < 10; list++) {
                int first = list * 100;
                one.send(frames("a", first, first + 100));
            }

            await().atMost(Duration.ofSeconds(10)).until(() -> one.committed.size() == 1000);
            assertThat(JournalHarness.bodies(one.redis, "conversation-events")).isEqualTo(texts(0, 1000));
            assertThat(JournalHarness.bodies(one.redis, "engage-events/SIP_1")).isEmpty();
            assertThat(bytes(one, "engage-events")).isZero();
        }
    }

    @Test
    void anEventThatBothInstancesSeeIsAppendedOnce() throws Exception {
        try (JournalHarness one = new JournalHarness(server.connect("both", "a")).start();
                JournalHarness two = new JournalHarness(server.connect("both", "b")).start()) {
            for (int list = 0; list < 20; list++) {
                one.send(frames("a", list * 50, list * 50 + 50));
                two.send(frames("b", list * 50, list * 50 + 50));
            }
            one.send(List.of(Frames.registered("a", 5), Frames.control("a", "SessionUp")));
            two.send(List.of(Frames.registered("b", 5), Frames.control("b", "SessionUp")));

            await().atMost(Duration.ofSeconds(10)).until(() -> one.committed.size() + two.committed.size() == 1004);
            List<String> all = JournalHarness.bodies(one.redis, "conversation-events");
            assertThat(all.subList(0, 1000)).isEqualTo(texts(0, 1000));
            assertThat(all.subList(1000, 1004)).containsExactlyInAnyOrder("r5", "", "r5", "");
        }
    }

    @Test
    void statesAreStoredWithTheStepAndReadByTheNextOwner() throws Exception {
        try (JournalHarness one = new JournalHarness(server.connect("states", "a"))) {
            one.rule = step -> step.put("call-1", "state".getBytes());
            one.start();
            one.send(frames("a", 0, 1));
            await().atMost(Duration.ofSeconds(10)).until(() -> one.committed.size() == 1);
        }
        List<Map<String, byte[]>> read = new ArrayList<>();
        try (JournalHarness two = new JournalHarness(server.connect("states", "b"))) {
            two.rule = step -> read.add(step.states());
            two.start();
            await().atMost(Duration.ofSeconds(10)).until(() -> !read.isEmpty());
            assertThat(read.get(0)).containsOnlyKeys("call-1");
        }
    }

    private static long bytes(JournalHarness one, String journal) {
        return Long.parseLong(EntryFields.text(
                one.redis.call(commands -> commands.hget(one.redis.keys().bytes(), journal))));
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

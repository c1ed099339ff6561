package org.engageconnector.component.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.engageconnector.component.journal.intake.Frames;
import org.engageconnector.component.journal.stream.EntryFields;
import org.engageconnector.component.redis.RedisConnection;
import org.engageconnector.component.redis.TestRedis;
import org.engageconnector.message.ReceivedFrame;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two instances on one Redis: partitions spread, move when planned, and move when an owner is gone. */
class TakeoverIT {

    private static final Duration SOON = Duration.ofSeconds(60);

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
    void partitionsSpreadOverBothInstancesAndComeBackWhenOneStops() throws Exception {
        try (JournalHarness one = new JournalHarness(server.connect("spread", "a")).start()) {
            one.send(frame("SIP_1", 1));
            one.send(frame("SIP_2", 1));
            await().atMost(SOON).until(() -> owned(one).equals("SIP_1,SIP_2"));

            try (JournalHarness two = new JournalHarness(server.connect("spread", "b")).start()) {
                await().atMost(SOON)
                        .until(() -> owned(one).equals("SIP_1") && owned(two).equals("SIP_2"));
                two.send(frame("SIP_2", 2));
                await().atMost(SOON).until(() -> two.committed.contains("2"));
                two.context.stop();
                assertThat(record(one.redis, "SIP_2"))
                        .as("a planned stop gives its leases back")
                        .doesNotStartWith("b ");
            }
            await().atMost(SOON).until(() -> owned(one).equals("SIP_1,SIP_2"));
            one.send(frame("SIP_2", 3));
            await().atMost(SOON).until(() -> one.committed.contains("3"));
        }
    }

    @Test
    void whatAnOwnerLeftIsHandledByTheOtherAfterItsLeaseHasRunOut() throws Exception {
        try (JournalHarness one = new JournalHarness(server.connect("gone", "a"));
                JournalHarness two = new JournalHarness(server.connect("gone", "b"))) {
            one.start();
            one.send(frame("SIP_1", 1));
            await().atMost(SOON).until(() -> one.committed.size() == 1);
            two.start();
            one.redis.close();
            for (int number = 2; number < 50; number++) {
                two.send(frame("SIP_1", number));
            }

            await().atMost(SOON).until(() -> two.committed.size() == 48);
            assertThat(JournalHarness.bodies(two.redis, "conversation-events")).isEqualTo(JournalPromises.texts(1, 50));
        }
    }

    @Test
    void aRouteThatIsRestartedKeepsItsLease() throws Exception {
        try (JournalHarness one = new JournalHarness(server.connect("reload", "a")).start()) {
            one.send(frame("SIP_1", 1));
            await().atMost(SOON).until(() -> one.committed.size() == 1);
            String before = record(one.redis, "SIP_1");
            one.context.getRouteController().stopRoute("engine");
            one.context.getRouteController().startRoute("engine");
            one.send(frame("SIP_1", 2));

            await().atMost(SOON).until(() -> one.committed.size() == 2);
            assertThat(record(one.redis, "SIP_1")).isEqualTo(before).isNotEmpty();
        }
    }

    private static String record(RedisConnection redis, String partition) {
        return EntryFields.text(redis.call(commands -> commands.get(redis.keys().lease("engage-events/" + partition))));
    }

    private static String owned(JournalHarness harness) {
        RedisJournalComponent component = harness.context.getComponent("redis-journal", RedisJournalComponent.class);
        return component.gauges().owned("engage-events");
    }

    private static List<ReceivedFrame> frame(String pair, long number) {
        ReceivedFrame frame = Frames.ringing("any", number);
        return List.of(new ReceivedFrame(
                pair,
                frame.member(),
                frame.family(),
                frame.instance(),
                frame.startTime(),
                null,
                frame.message(),
                frame.bytes(),
                frame.arrivedAt()));
    }
}

package org.engageconnector.component.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.engageconnector.component.journal.intake.Frames;
import org.engageconnector.component.redis.TestRedis;
import org.engageconnector.message.ReceivedFrame;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An idle instance is warm and owns nothing; work goes from one to the other and back without loss, repeat or disorder. */
class ActivityIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int SWITCHES = 20;
    private static final int FRAMES_BETWEEN = 20;

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
    void work_switched_twenty_times_under_load_is_done_once_and_in_order() throws Exception {
        try (JournalHarness blue = new JournalHarness(server.connect("switch", "blue"));
                JournalHarness green = new JournalHarness(server.connect("switch", "green"))) {
            green.redis.activity().active(false);
            blue.start();
            green.start();
            AtomicLong number = new AtomicLong();
            JournalHarness owner = blue;
            for (int turn = 0; turn < SWITCHES; turn++) {
                JournalHarness from = owner;
                JournalHarness to = owner == blue ? green : blue;
                int handled = from.committed.size();
                whileFramesCome(blue, green, number, () -> from.committed.size() > handled + FRAMES_BETWEEN);
                from.redis.activity().active(false);
                to.redis.activity().active(true);
                whileFramesCome(
                        blue,
                        green,
                        number,
                        () -> owned(from).isEmpty() && owned(to).equals("SIP_1"));
                owner = to;
            }
            int all = number.intValue();
            await().atMost(SOON).until(() -> blue.committed.size() + green.committed.size() >= all);
            assertThat(JournalHarness.bodies(blue.redis, "conversation-events"))
                    .isEqualTo(JournalPromises.texts(1, all + 1));
            assertThat(blue.committed).hasSizeGreaterThan(SWITCHES);
            assertThat(green.committed).hasSizeGreaterThan(SWITCHES);
        }
    }

    @Test
    void an_idle_instance_takes_nothing_although_nobody_else_is_there() throws Exception {
        try (JournalHarness idle = new JournalHarness(server.connect("idle", "a"));
                JournalHarness other = new JournalHarness(server.connect("idle", "b"))) {
            idle.redis.activity().active(false);
            idle.start();
            idle.send(frame(1));
            other.start();
            await().atMost(SOON).until(() -> other.committed.contains("1"));
            assertThat(idle.committed).isEmpty();
            other.close();
            assertThat(owned(idle)).isEmpty();
            idle.redis.activity().active(true);
            await().atMost(SOON).until(() -> owned(idle).equals("SIP_1"));
        }
    }

    /** Both instances hear every frame, as they do of a real server. */
    private static void whileFramesCome(
            JournalHarness blue, JournalHarness green, AtomicLong number, BooleanSupplier until) {
        await().atMost(SOON).pollInterval(Duration.ofMillis(5)).until(() -> {
            List<ReceivedFrame> frame = frame(number.incrementAndGet());
            blue.send(frame);
            green.send(frame);
            return until.getAsBoolean();
        });
    }

    private static String owned(JournalHarness harness) {
        RedisJournalComponent component = harness.context.getComponent("redis-journal", RedisJournalComponent.class);
        return component.gauges().owned("engage-events");
    }

    private static List<ReceivedFrame> frame(long number) {
        ReceivedFrame frame = Frames.ringing("any", number);
        return List.of(new ReceivedFrame(
                "SIP_1",
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

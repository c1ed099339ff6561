package org.engageconnector.component.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.engageconnector.component.journal.intake.Frames;
import org.engageconnector.component.redis.TestRedis;
import org.engageconnector.message.ReceivedFrame;
import org.junit.jupiter.api.Test;

/** A backlog of three families goes into the journal in the order of events, each family's own order kept. */
class BacklogIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Map<String, Integer> EVENTS = Map.of("vq", 40, "extension", 900, "call", 300);
    private static final long MINUTE_MICROS = 60_000_000;
    private static final int LIST = 50;

    @Test
    void afterAnOutageNoEventIsOvertakenByOneThatIsTwoSecondsLater() throws Exception {
        try (TestRedis server = TestRedis.with();
                JournalHarness one = new JournalHarness(server.connect("a"))) {
            one.startIntakeOnly();
            server.stop();
            List<Thread> connections = new ArrayList<>();
            long number = 0;
            for (String family : EVENTS.keySet()) {
                List<ReceivedFrame> frames = new ArrayList<>();
                for (int i = 0; i < EVENTS.get(family); i++) {
                    frames.add(Frames.at(family, number++, i * MINUTE_MICROS / EVENTS.get(family)));
                }
                Thread connection = new Thread(() -> sendAll(one, frames));
                connection.setDaemon(true);
                connection.start();
                connections.add(connection);
            }
            // a backlog is what has waited: until the frames are old enough for that
            long made = System.nanoTime();
            await().atMost(SOON).until(() -> System.nanoTime() - made > 1_000_000_000L);
            server.start();
            for (Thread connection : connections) {
                connection.join(SOON.toMillis());
            }

            List<String> families = new ArrayList<>();
            long newest = 0;
            Map<String, Long> last = new java.util.HashMap<>();
            for (var entry : JournalHarness.entries(one.redis, "engage-events/SIP_1")) {
                long event = Long.parseLong(new String(entry.body()));
                assertThat(event).isGreaterThan(last.getOrDefault(entry.key(), -1L));
                last.put(entry.key(), event);
                long time = time(entry.key(), event);
                assertThat(time).isGreaterThan(newest - 2_000_000);
                newest = Math.max(newest, time);
                families.add(entry.key());
            }
            assertThat(families).hasSize(1240);
        }
    }

    private static long first(String family) {
        long number = 0;
        for (String each : EVENTS.keySet()) {
            if (each.equals(family)) {
                return number;
            }
            number += EVENTS.get(each);
        }
        throw new IllegalArgumentException(family);
    }

    private static long time(String family, long number) {
        return (number - first(family)) * MINUTE_MICROS / EVENTS.get(family);
    }

    private static void sendAll(JournalHarness one, List<ReceivedFrame> frames) {
        for (int from = 0; from < frames.size(); ) {
            int to = Math.min(from + LIST, frames.size());
            try {
                one.send(frames.subList(from, to));
                from = to;
            } catch (RuntimeException e) {
                assertThat(e).as("not taken yet, it comes again").isNotNull();
            }
        }
    }
}

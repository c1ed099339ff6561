package org.engageconnector.component.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.engageconnector.component.journal.intake.Frames;
import org.engageconnector.component.journal.stream.JournalBounds;
import org.engageconnector.component.journal.stream.JournalFullException;
import org.engageconnector.component.redis.RedisConnection;
import org.engageconnector.component.redis.TestRedis;
import org.junit.jupiter.api.Test;

/** While frames cannot be written the connections of a pair wait together: they do not keep Redis, or a core, busy. */
class IntakeRetryIT {

    private static final Pattern SCRIPTS = Pattern.compile("cmdstat_evalsha:calls=(\\d+)");
    private static final long TRY_EVERY_NANOS = 50_000_000;

    @Test
    void threeConnectionsTogetherTryAFullJournalTwentyTimesASecondAtMost() throws Exception {
        try (TestRedis server = TestRedis.with();
                JournalHarness one = new JournalHarness(server.connect("a"))) {
            one.startIntakeOnly();
            JournalHarness.pretendSize(one.redis, "engage-events", JournalBounds.DEFAULT_MEMORY);
            long before = scripts(one.redis);
            long begin = System.nanoTime();
            List<Throwable> refusals = sendFromEveryFamily(one);
            // one at once, one more to learn that Redis has not seen the script, and what the other scripts of the
            // journal take
            long most = (System.nanoTime() - begin) / TRY_EVERY_NANOS + 10;

            assertThat(refusals)
                    .hasSize(3)
                    .allSatisfy(refusal -> assertThat(refusal).hasRootCauseInstanceOf(JournalFullException.class));
            assertThat(scripts(one.redis) - before).isBetween(2L, most);
        }
    }

    /** Returns what each of them got when its patience was over. */
    private static List<Throwable> sendFromEveryFamily(JournalHarness one) throws InterruptedException {
        List<Throwable> refusals = new CopyOnWriteArrayList<>();
        List<Thread> connections = new ArrayList<>();
        long number = 0;
        for (String family : List.of("vq", "extension", "call")) {
            Object frames = List.of(Frames.at(family, ++number, number));
            connections.add(new Thread(() -> {
                try {
                    one.send(frames);
                } catch (RuntimeException e) {
                    refusals.add(e);
                }
            }));
        }
        connections.forEach(Thread::start);
        for (Thread connection : connections) {
            connection.join();
        }
        return refusals;
    }

    private static long scripts(RedisConnection redis) {
        Matcher calls = SCRIPTS.matcher(redis.call(commands -> commands.info("commandstats")));
        return calls.find() ? Long.parseLong(calls.group(1)) : 0;
    }
}

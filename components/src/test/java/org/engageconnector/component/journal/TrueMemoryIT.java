package org.engageconnector.component.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.engageconnector.component.journal.lease.Lease;
import org.engageconnector.component.journal.stream.Change;
import org.engageconnector.component.journal.stream.EntryFields;
import org.engageconnector.component.journal.stream.JournalBounds;
import org.engageconnector.component.journal.stream.JournalFullException;
import org.engageconnector.component.journal.stream.TrueMemory;
import org.engageconnector.component.redis.RedisConnection;
import org.engageconnector.component.redis.RedisSettings;
import org.engageconnector.component.redis.Script;
import org.engageconnector.component.redis.TestRedis;
import org.engageconnector.journal.NewEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A journal is full before Redis is: what it is bounded by is what Redis uses for it, whatever the version and the frames. */
class TrueMemoryIT {

    private static final String JOURNAL = "engage-events";
    private static final long FILL = 12_000_000;
    private static final int BATCH = 100;
    private static final String LIMIT = "64mb";
    private static final Script ALL_BUT_ONE_IN_25 =
            Script.of("for n, entry in ipairs(redis.call('XRANGE', KEYS[1], '-', '+'))"
                    + " do if n % 25 ~= 1 then redis.call('XDEL', KEYS[1], entry[1]) end end return { 1 }");
    private static final Random RANDOM = new Random(27);

    @ParameterizedTest
    @ValueSource(ints = {300, 1000, 2100, 2500, 4200, 9000})
    void onRedis62TheMeasureIsAtMostTenPercentAboveWhatRedisUses(int size) {
        measureAndCompare(TestRedis::oldWith, size);
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 1000, 2100, 2500, 4200, 9000})
    void onRedis70TheMeasureIsAtMostTenPercentAboveWhatRedisUses(int size) {
        measureAndCompare(TestRedis::with, size);
    }

    /** Row 27 of the public reports, at a share that left Redis without memory when entries were only counted. */
    @ParameterizedTest
    @ValueSource(ints = {300, 2100, 9000})
    void onRedis62FullComesBeforeRedisIsOutOfMemory(int size) {
        try (TestRedis server = TestRedis.oldWith("maxmemory", LIMIT)) {
            fillUntilFull(server, size);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 2100, 9000})
    void onRedis70FullComesBeforeRedisIsOutOfMemory(int size) {
        try (TestRedis server = TestRedis.with("maxmemory", LIMIT)) {
            fillUntilFull(server, size);
        }
    }

    /** The issue of stream nodes that one entry keeps: the bound counts the whole node, so waste is bounded too. */
    @Test
    void oneSurvivorInTwentyFiveIsMeasuredWithTheNodeItKeeps() {
        try (TestRedis server = TestRedis.with();
                RedisConnection redis = server.connect("a")) {
            long before = used(redis);
            fill(redis, 100, 4_000_000);
            String key = redis.keys().journal(JOURNAL);
            redis.call(ALL_BUT_ONE_IN_25, List.of(key), List.of());
            assertThat((double) new TrueMemory(redis).measure(JOURNAL, List.of(key)))
                    .isBetween(0.99 * (used(redis) - before) - 250_000, 1.1 * (used(redis) - before) + 100_000);
        }
    }

    @Test
    void whereTheUserMayNotAskEachEntryCountsTwice() {
        try (TestRedis server = TestRedis.with("user", "shy on >s3cret-word ~{ex:*}:* +@all -memory +info");
                RedisConnection redis = new RedisConnection(
                        RedisSettings.of("redis://shy:s3cret-word@127.0.0.1:" + server.port(), "1", "a"))) {
            fill(redis, 1000, 100_000);

            assertThat(new TrueMemory(redis)
                            .measure(JOURNAL, List.of(redis.keys().journal(JOURNAL))))
                    .isEqualTo(2 * count(redis));
        }
    }

    private static void measureAndCompare(Supplier<TestRedis> starter, int size) {
        try (TestRedis server = starter.get();
                RedisConnection redis = server.connect("a")) {
            TrueMemory memory = new TrueMemory(redis);
            List<String> streams = List.of(redis.keys().journal(JOURNAL));
            // what a client's buffers take is there from the first batch on
            fill(redis, size, FILL / 8);
            long before = used(redis);
            long measuredBefore = memory.measure(JOURNAL, streams);
            fill(redis, size, FILL);
            long real = used(redis) - before;

            long measured = memory.measure(JOURNAL, streams) - measuredBefore;

            assertThat(measured / (double) real).as("measured / used").isCloseTo(1.045, within(0.055));
        }
    }

    private static void fillUntilFull(TestRedis server, int size) {
        RedisSettings settings = RedisSettings.of(server.url(), "1", "a");
        try (RedisConnection redis = new RedisConnection(settings.bounded(1.0, 0))) {
            long limit = new JournalBounds(redis).limit(JOURNAL);
            long before = used(redis);
            TrueMemory memory = new TrueMemory(redis);
            List<String> streams = List.of(redis.keys().journal(JOURNAL));
            assertThatThrownBy(() -> {
                        while (true) {
                            fill(redis, size, 1_000_000);
                            memory.measure(JOURNAL, streams);
                        }
                    })
                    .isInstanceOf(JournalFullException.class)
                    .hasMessageContaining(JOURNAL);
            memory.measure(JOURNAL, streams);

            assertThat(used(redis) - before).isBetween((long) (0.85 * limit), limit);
        }
    }

    private static void fill(RedisConnection redis, int size, long bytes) {
        for (long written = 0; written < bytes; written += (long) BATCH * size) {
            Change change = new Change(redis.keys());
            for (int i = 0; i < BATCH; i++) {
                byte[] body = new byte[size];
                RANDOM.nextBytes(body);
                change.append(JOURNAL, new NewEntry("SIP_1/Primary", "frame", Map.of("at", "1730000000000"), body));
            }
            Lease.commitFreely(redis, change);
        }
    }

    private static long count(RedisConnection redis) {
        byte[] count = redis.call(commands -> commands.hget(redis.keys().bytes(), JOURNAL));
        return Long.parseLong(EntryFields.text(count));
    }

    private static long used(RedisConnection redis) {
        return redis.call(commands -> commands.info("memory"))
                .lines()
                .filter(line -> line.startsWith("used_memory:"))
                .mapToLong(line ->
                        Long.parseLong(line.substring("used_memory:".length()).trim()))
                .findFirst()
                .orElseThrow();
    }
}

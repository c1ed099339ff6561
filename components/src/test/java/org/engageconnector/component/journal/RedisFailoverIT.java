package org.engageconnector.component.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.engageconnector.component.journal.lease.Lease;
import org.engageconnector.component.journal.stream.Change;
import org.engageconnector.component.journal.stream.Partition;
import org.engageconnector.component.redis.LyingSentinel;
import org.engageconnector.component.redis.MovingAddress;
import org.engageconnector.component.redis.RedisConnection;
import org.engageconnector.component.redis.RedisSettings;
import org.engageconnector.component.redis.TestRedis;
import org.engageconnector.component.redis.TestSentinels;
import org.engageconnector.journal.JournalEntry;
import org.engageconnector.journal.NewEntry;
import org.junit.jupiter.api.Test;

/** Redis as sites have it: it is demoted, failed over, filled and restricted while the connector works. */
class RedisFailoverIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    /** Row 31 of the public reports: the old master lives on, the connection stays open, and every write answers READONLY. */
    @Test
    void aDemotedMasterIsLeftAndItsAddressLookedUpAnew() throws Exception {
        try (TestRedis old = TestRedis.givenWith();
                TestRedis next = old.replica();
                MovingAddress name = new MovingAddress(old.port());
                JournalHarness one = new JournalHarness(redis(name.port())).start()) {
            await().atMost(SOON).until(() -> linked(next));
            one.send(JournalPromises.frames("a", 0, 20));
            await().atMost(SOON).until(() -> one.committed.size() == 20);
            await().atMost(SOON).until(() -> sameOffset(old, next));

            name.moveTo(next.port());
            next.command("REPLICAOF NO ONE");
            old.command("REPLICAOF 127.0.0.1 " + next.port());
            await().atMost(SOON).ignoreExceptions().until(() -> {
                one.send(JournalPromises.frames("a", 20, 40));
                return true;
            });

            await().atMost(SOON).until(() -> one.committed.size() == 40);
            assertThat(JournalHarness.bodies(one.redis, "conversation-events")).isEqualTo(JournalPromises.texts(0, 40));
            assertThat(JournalHarness.bodies(one.redis, "dead-letters")).isEmpty();
            assertThat(next.command("CLIENT LIST")).contains("engage-connector");
            assertThat(old.command("CLIENT LIST")).doesNotContain("engage-connector");
        }
    }

    @Test
    void atAFixedAddressADemotedMasterIsWaitedForAndTakenWhenItIsPromotedAgain() throws Exception {
        try (TestRedis old = TestRedis.givenWith();
                TestRedis other = TestRedis.givenWith();
                JournalHarness one = new JournalHarness(redis(old.port())).start()) {
            one.send(JournalPromises.frames("a", 0, 20));
            await().atMost(SOON).until(() -> one.committed.size() == 20);

            old.command("CONFIG SET replica-serve-stale-data no");
            old.command("REPLICAOF 127.0.0.1 1");
            await().atMost(SOON).until(() -> !one.redis.available());
            await().atMost(SOON)
                    .untilAsserted(() -> assertThatThrownBy(one.redis::commands).hasMessageContaining("replica"));
            old.command("REPLICAOF NO ONE");
            await().atMost(SOON).until(one.redis::available);
            one.send(JournalPromises.frames("a", 20, 40));

            await().atMost(SOON).until(() -> one.committed.size() == 40);
            assertThat(JournalHarness.bodies(one.redis, "conversation-events")).isEqualTo(JournalPromises.texts(0, 40));
            assertThat(JournalHarness.bodies(one.redis, "dead-letters")).isEmpty();
        }
    }

    /** Row 30: Redis itself is out of memory in the middle of work, and has room again later. */
    @Test
    void outOfMemoryMakesEverythingWaitAndNothingIsHalfDone() throws Exception {
        for (TestRedis kind : List.of(TestRedis.oldWith(), TestRedis.givenWith())) {
            try (TestRedis server = kind;
                    JournalHarness one = new JournalHarness(redis(server.port())).start()) {
                one.send(JournalPromises.frames("a", 0, 20));
                await().atMost(SOON).until(() -> one.committed.size() == 20);

                server.command("CONFIG SET maxmemory 100kb");
                assertThatThrownBy(() -> one.send(JournalPromises.frames("a", 20, 40)))
                        .rootCause()
                        .hasMessageContaining("OOM");
                server.command("CONFIG SET maxmemory 0");
                await().atMost(SOON).ignoreExceptions().until(() -> {
                    one.send(JournalPromises.frames("a", 20, 40));
                    return true;
                });

                await().atMost(SOON).until(() -> one.committed.size() == 40);
                assertThat(JournalHarness.bodies(one.redis, "conversation-events"))
                        .isEqualTo(JournalPromises.texts(0, 40));
                assertThat(JournalHarness.bodies(one.redis, "dead-letters")).isEmpty();
            }
        }
    }

    @Test
    void sentinelsAreAskedWhoTheMasterIsAndAFailoverIsFollowed() throws Exception {
        try (TestRedis first = TestRedis.givenWith();
                TestRedis second = first.replica();
                TestSentinels sentinels = new TestSentinels(first)) {
            await().atMost(SOON)
                    .until(() -> linked(second)
                            && sentinels.command("SENTINEL ckquorum journals").startsWith("+OK 3")
                            && sentinels
                                    .command("SENTINEL replicas journals")
                                    .contains(Integer.toString(second.port())));
            try (JournalHarness one = new JournalHarness(
                            new RedisConnection(RedisSettings.of(sentinels.url("journals"), "1", "a")))
                    .start()) {
                one.send(JournalPromises.frames("a", 0, 20));
                await().atMost(SOON).until(() -> one.committed.size() == 20);
                await().atMost(SOON).until(() -> sameOffset(first, second));

                first.stop();
                await().atMost(SOON).until(() -> !one.redis.available());
                await().atMost(SOON).until(one.redis::available);
                one.send(JournalPromises.frames("a", 20, 40));

                await().atMost(SOON).until(() -> one.committed.size() == 40);
                assertThat(JournalHarness.bodies(one.redis, "conversation-events"))
                        .isEqualTo(JournalPromises.texts(0, 40));
                assertThat(second.command("INFO replication")).contains("role:master");
            }
        }
    }

    @Test
    void aMasterNameThatTheSentinelsDoNotKnowIsSaid() {
        try (TestRedis first = TestRedis.givenWith();
                TestSentinels sentinels = new TestSentinels(first)) {
            await().atMost(SOON)
                    .ignoreExceptions()
                    .until(() -> sentinels.command("SENTINEL masters").contains("journals"));
            try (RedisConnection redis = new RedisConnection(RedisSettings.of(sentinels.url("diaries"), "1", "a"))) {
                assertThatThrownBy(redis::commands)
                        .hasMessageContaining("diaries")
                        .hasMessageContaining("master name");
            }
        }
    }

    /** A Sentinel that lies: what it calls the master is a replica, and is not written to; asked again, it may know better. */
    @Test
    void aSentinelThatNamesAReplicaIsNotBelievedAndAskedAgain() throws Exception {
        try (TestRedis first = TestRedis.givenWith();
                TestRedis second = first.replica();
                LyingSentinel sentinel = new LyingSentinel(second.port())) {
            await().atMost(SOON).until(() -> linked(second));
            try (RedisConnection redis = new RedisConnection(RedisSettings.of(sentinel.url(), "1", "a"))) {
                assertThat(redis.available()).isFalse();
                assertThatThrownBy(redis::commands).hasMessageContaining("replica");

                sentinel.name(first.port());
                await().atMost(SOON).until(redis::available);
            }
        }
    }

    @Test
    void aUserWhoMayOnlyReadIsToldOfWithTheNextStep() {
        try (TestRedis server =
                        TestRedis.givenWith("user", "reader on >s3cret-word ~* +@read +time +info +ping +client");
                RedisConnection redis = new RedisConnection(
                        RedisSettings.of("redis://reader:s3cret-word@127.0.0.1:" + server.port(), "1", "a"))) {
            assertThatThrownBy(() ->
                            redis.call(commands -> commands.set(redis.keys().sync("x"), new byte[1])))
                    .hasMessageContaining("NOPERM")
                    .hasMessageContaining("docs/redis.md")
                    .hasMessageNotContaining("s3cret");
        }
    }

    private static RedisConnection redis(int port) {
        return new RedisConnection(RedisSettings.of("redis://127.0.0.1:" + port, "1", "a"));
    }

    private static boolean linked(TestRedis replica) {
        return replica.command("INFO replication").contains("master_link_status:up");
    }

    private static boolean sameOffset(TestRedis one, TestRedis other) {
        return offset(one).equals(offset(other));
    }

    private static String offset(TestRedis server) {
        return server.command("INFO replication")
                .lines()
                .filter(line -> line.startsWith("master_repl_offset:"))
                .findFirst()
                .orElse("");
    }

    /** Last night's backup under the same address: yesterday's events must not be sent, so nothing at all is done. */
    @Test
    void aRedisThatWasRestoredFromABackupIsNoticedAndNotUsedUntilItIsAdopted() throws Exception {
        try (TestRedis today = TestRedis.givenWith();
                TestRedis backup = TestRedis.givenWith();
                MovingAddress name = new MovingAddress(today.port());
                JournalHarness one = new JournalHarness(redis(name.port())).start()) {
            one.send(JournalPromises.frames("a", 0, 20));
            await().atMost(SOON).until(() -> one.committed.size() == 20);
            String pulses = one.redis.keys().pulses();
            await().atMost(SOON)
                    .until(() -> today.command("HGET " + pulses + " a").startsWith("$13"));
            backup.command("HSET " + pulses + " a " + (System.currentTimeMillis() - 86_400_000));

            name.moveTo(backup.port());
            today.stop();
            await().atMost(SOON).until(() -> one.redis.problem().orElse("").contains("redis adopt"));
            assertThat(one.redis.available()).isFalse();
            try (RedisConnection other =
                    new RedisConnection(RedisSettings.of("redis://127.0.0.1:" + backup.port(), "1", "started-later"))) {
                assertThatThrownBy(other::commands).hasMessageContaining("redis adopt");
            }

            backup.command("DEL " + pulses);
            await().atMost(SOON).until(one.redis::available);
            one.send(JournalPromises.frames("a", 20, 40));
            await().atMost(SOON).until(() -> one.committed.containsAll(JournalPromises.texts(20, 40)));
        }
    }

    /**
     * Row 28: the last entry of a stream node is deleted and the rest is trimmed. Redis 6.2 and 7.0 then kept a node without
     * entries, which the newest servers refuse to load; ours leaves none, and a newer server takes the whole dump as a replica.
     */
    @Test
    void whatOurStreamsLeaveBehindLoadsInANewerServer() {
        try (TestRedis old = TestRedis.oldWith();
                TestRedis newer = TestRedis.givenWith();
                RedisConnection redis = redis(old.port())) {
            Partition pair = new Partition("engage-events", "SIP_1");
            Change change = new Change(redis.keys());
            for (int i = 0; i < 30; i++) {
                change.append(pair, new NewEntry("k", "frame", Map.of(), new byte[100]));
            }
            Lease.commitFreely(redis, change);
            List<JournalEntry> entries = JournalHarness.entries(redis, pair.fullName());
            Lease.commitFreely(redis, new Change(redis.keys()).delete(pair.fullName(), entries.get(29)));
            Lease.commitFreely(redis, new Change(redis.keys()).trim(pair, entries.subList(0, 29)));

            String key = redis.keys().journal(pair.fullName());
            assertThat(old.command("XINFO STREAM " + key)).contains("length\r\n:0", "radix-tree-keys\r\n:0");
            newer.command("REPLICAOF 127.0.0.1 " + old.port());
            await().atMost(SOON).until(() -> linked(newer));
            assertThat(newer.command("XINFO STREAM " + key)).contains("length\r\n:0");
        }
    }
}

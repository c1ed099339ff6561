package org.engageconnector.component.journal.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.engageconnector.component.journal.JournalHarness;
import org.engageconnector.component.journal.stream.Change;
import org.engageconnector.component.redis.RedisConnection;
import org.engageconnector.component.redis.TestRedis;
import org.engageconnector.journal.NewEntry;
import org.junit.jupiter.api.Test;

/** A lease that an instance keeps: one holder, told of every change, given back at once. */
class StandingLeaseIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    @Test
    void oneInstanceHoldsItUntilItGivesItBack() {
        try (TestRedis server = TestRedis.with();
                RedisConnection a = server.connect("one", "a");
                RedisConnection b = server.connect("one", "b");
                StandingLease first = lease(a).start()) {
            await().atMost(SOON).until(first::held);
            try (StandingLease second = lease(b).start()) {
                assertThat(second.held()).isFalse();
                assertThat(second.holder()).isEqualTo("a");
                long number = first.number();
                first.close();
                assertThat(first.held()).isFalse();
                await().atMost(SOON).until(second::held);
                assertThat(second.number()).isGreaterThan(number);
                assertThat(first.holder()).isEqualTo("b");
            }
        }
    }

    @Test
    void an_instance_that_is_not_active_keeps_it_until_what_is_under_way_is_settled() {
        AtomicBoolean settled = new AtomicBoolean();
        AtomicBoolean asked = new AtomicBoolean();
        try (TestRedis server = TestRedis.with();
                RedisConnection a = server.connect("leaving", "a");
                RedisConnection b = server.connect("leaving", "b");
                StandingLease first = lease(a).untilIdle(() -> {
                            asked.set(true);
                            return settled.get();
                        })
                        .start()) {
            await().atMost(SOON).until(first::held);
            try (StandingLease second = lease(b).start()) {
                a.activity().active(false);
                await().atMost(SOON).untilTrue(asked);
                assertThat(first.leaving()).isTrue();
                assertThat(first.held()).isTrue();
                settled.set(true);
                await().atMost(SOON).until(second::held);
                assertThat(first.held()).isFalse();
            }
        }
    }

    @Test
    void whoHoldsItIsToldWhenRedisHasForgottenAndItIsTakenAnew() {
        try (TestRedis server = TestRedis.with();
                RedisConnection redis = server.connect("a");
                StandingLease lease = lease(redis)) {
            List<Long> told = new CopyOnWriteArrayList<>();
            lease.onChange(() -> told.add(lease.number()));
            lease.start();
            await().atMost(SOON).until(() -> told.size() == 1);
            redis.call(commands -> commands.hset(redis.keys().commits(), "standing", "earlier".getBytes()));
            Change change = new Change(redis.keys()).append("x", new NewEntry("k", "t", Map.of(), new byte[0]));

            assertThat(catchLost(lease, change)).isInstanceOf(LeaseLostException.class);
            await().atMost(SOON).until(() -> lease.held() && lease.number() > told.get(0));
            await().atMost(SOON).until(() -> told.contains(lease.number()));
            assertThat(JournalHarness.bodies(redis, "x")).isEmpty();
        }
    }

    @Test
    void who_is_told_may_throw_and_the_lease_is_kept_all_the_same() {
        try (TestRedis server = TestRedis.with();
                RedisConnection redis = server.connect("a");
                StandingLease lease = lease(redis)) {
            AtomicBoolean alsoTold = new AtomicBoolean();
            lease.onChange(() -> {
                throw new IllegalStateException("planted");
            });
            lease.onChange(() -> alsoTold.set(true));
            lease.whileAble(() -> {
                if (!alsoTold.get()) {
                    return true;
                }
                throw new IllegalStateException("planted");
            });
            lease.start();
            await().atMost(SOON).until(alsoTold::get);
            lease.whileAble(() -> true);
            long taken = lease.number();
            await().atMost(SOON).until(() -> lease.held() && lease.remainingNanos() > 0);
            assertThat(lease.number()).isGreaterThanOrEqualTo(taken);
        }
    }

    @Test
    void anOwnerThatCannotWorkMakesRoomForAnInstanceThatCanAndKeepsItWhereThereIsNone() {
        AtomicBoolean firstCan = new AtomicBoolean(true);
        try (TestRedis server = TestRedis.with();
                RedisConnection a = server.connect("one", "a");
                RedisConnection b = server.connect("one", "b");
                StandingLease first = lease(a).whileAble(firstCan::get).start()) {
            await().atMost(SOON).until(first::held);
            long number = first.number();
            firstCan.set(false);
            await().atMost(SOON).until(() -> first.held() && first.number() > number);
            firstCan.set(true);
            try (StandingLease second = lease(b).start()) {
                firstCan.set(false);
                await().atMost(SOON).until(second::held);
                assertThat(first.held()).isFalse();
            }
        }
    }

    private static Throwable catchLost(StandingLease lease, Change change) {
        try {
            lease.lease().commit(change);
            return null;
        } catch (LeaseLostException e) {
            return e;
        }
    }

    private static StandingLease lease(RedisConnection redis) {
        return new StandingLease(redis, "standing", StandingLease.LIFETIME, StandingLease.RENEWAL);
    }
}

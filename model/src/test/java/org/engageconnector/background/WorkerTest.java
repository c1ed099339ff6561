package org.engageconnector.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WorkerTest {

    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong now = new AtomicLong();
    private final BackgroundFailures failures = new BackgroundFailures(now::get);
    private final AtomicInteger rounds = new AtomicInteger();

    @Test
    void a_worker_outlives_exceptions_and_errors_of_its_rounds() {
        Worker.Round failing = () -> {
            int round = rounds.incrementAndGet();
            if (round == 1) {
                throw new IllegalStateException("planted");
            }
            if (round == 2) {
                throw new NoClassDefFoundError("planted");
            }
        };
        try (Worker worker = new Worker("planted", Duration.ofMillis(1), failing, failures).start()) {
            await().untilAsserted(() -> assertThat(rounds.get()).isGreaterThan(5));
            assertThat(worker).isNotNull();
        }
        assertThat(failures.total()).isEqualTo(2);
        assertThat(failures.failingFor(0)).isEmpty();
    }

    @Test
    void a_woken_worker_does_not_wait_for_its_pause() {
        try (Worker worker = new Worker("sleeper", Duration.ofDays(1), rounds::incrementAndGet, failures).start()) {
            await().untilAsserted(() -> assertThat(rounds).hasValue(1));
            worker.wake();
            await().untilAsserted(() -> assertThat(rounds).hasValue(2));
        }
    }

    @Test
    void a_closed_worker_ends_even_inside_a_round() {
        Worker worker = new Worker(
                        "waits",
                        Duration.ZERO,
                        () -> {
                            rounds.incrementAndGet();
                            new java.util.concurrent.CountDownLatch(1).await();
                        },
                        failures)
                .start();
        await().untilAsserted(() -> assertThat(rounds).hasValue(1));
        worker.close();
        assertThat(rounds).hasValue(1);
        assertThat(failures.total()).isZero();
    }

    @Test
    void what_fails_for_long_is_named_until_it_succeeds() {
        failures.failed("gauge", new IllegalStateException("with a secret"));
        now.addAndGet(61 * SECOND);
        failures.failed("gauge", new IllegalStateException("with a secret"));

        assertThat(failures.failingFor(60 * SECOND))
                .hasValueSatisfying(text -> assertThat(text)
                        .contains("`gauge`")
                        .contains("61 s")
                        .contains("IllegalStateException")
                        .doesNotContain("secret"));

        failures.succeeded("gauge");
        assertThat(failures.failingFor(0)).isEmpty();
    }

    @Test
    void a_guarded_task_never_throws() {
        failures.guard("task", () -> {
                    throw new IllegalStateException("planted");
                })
                .run();
        assertThat(failures.total()).isEqualTo(1);
    }

    @Test
    void the_end_of_a_thread_that_nobody_guards_is_counted() throws InterruptedException {
        Thread thread = new Thread(() -> {
            throw new IllegalStateException("planted");
        });
        thread.setUncaughtExceptionHandler(failures.forThreads());
        thread.start();
        thread.join();
        assertThat(failures.total()).isEqualTo(1);
    }
}

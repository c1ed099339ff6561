package org.engageconnector.processors.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.engageconnector.journal.DeliveryStoppedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {

    private static final long SECOND = 1_000_000_000L;

    private final AtomicInteger asked = new AtomicInteger();
    private final List<Runnable> background = new ArrayList<>();
    private long now;
    private IOException failure;

    private final Tokens tokens = new Tokens(this::ask, () -> now, background::add);

    private TokenRequest.Granted ask() throws IOException {
        asked.incrementAndGet();
        if (failure != null) {
            throw failure;
        }
        return new TokenRequest.Granted("token-" + asked.get(), Duration.ofSeconds(100));
    }

    @Test
    void oneTokenServesUntilItsTimeIsOver() throws IOException {
        assertThat(tokens.bearer()).isEqualTo("token-1");
        now = 79 * SECOND;
        assertThat(tokens.bearer()).isEqualTo("token-1");
        assertThat(background).isEmpty();
        now = 100 * SECOND;
        assertThat(tokens.bearer()).isEqualTo("token-2");
    }

    @Test
    void itIsRenewedInTheBackgroundAtFourFifthsOfItsLife() throws IOException {
        tokens.bearer();
        now = 80 * SECOND;
        assertThat(tokens.bearer()).isEqualTo("token-1");
        assertThat(tokens.bearer()).isEqualTo("token-1");
        assertThat(background).hasSize(1);
        background.get(0).run();
        assertThat(tokens.bearer()).isEqualTo("token-2");
    }

    @Test
    void manyRequestsThatNeedATokenAskOnce() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        Tokens shared = new Tokens(
                () -> {
                    asked.incrementAndGet();
                    Thread.yield();
                    return new TokenRequest.Granted("t", Duration.ofHours(1));
                },
                System::nanoTime,
                Runnable::run);
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Future<String>> all = new ArrayList<>();
            Callable<String> task = () -> {
                go.await();
                return shared.bearer();
            };
            for (int i = 0; i < 8; i++) {
                all.add(pool.submit(task));
            }
            go.countDown();
            for (Future<String> each : all) {
                assertThat(each.get(10, TimeUnit.SECONDS)).isEqualTo("t");
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void aSecondRefusalInARowSaysThatAFreshTokenDoesNotHelp() throws IOException {
        tokens.bearer();
        now = SECOND;
        assertThat(tokens.refused(now)).isFalse();
        now = 2 * SECOND;
        assertThat(tokens.bearer()).isEqualTo("token-2");
        now = 3 * SECOND;
        assertThat(tokens.refused(now)).isTrue();
    }

    @Test
    void answersToRequestsThatLeftWithAnOlderTokenDoNotCount() throws IOException {
        tokens.bearer();
        tokens.refused(SECOND);
        now = 2 * SECOND;
        tokens.bearer();
        assertThat(tokens.refused(SECOND)).isFalse();
        assertThat(tokens.bearer()).isEqualTo("token-2");
    }

    @Test
    void afterATokenWasTakenTheNextRefusalIsAFirstOne() throws IOException {
        tokens.bearer();
        tokens.refused(SECOND);
        now = 2 * SECOND;
        tokens.bearer();
        tokens.accepted();
        now = 3 * SECOND;
        assertThat(tokens.refused(now)).isFalse();
    }

    @Test
    void aLoginServerThatFailsIsNotAskedByEveryRequest() {
        failure = new IOException("away");
        assertThatThrownBy(tokens::bearer).hasMessage("away");
        assertThatThrownBy(tokens::bearer).hasMessage("away");
        assertThat(asked).hasValue(1);
        now = SECOND;
        assertThatThrownBy(tokens::bearer).hasMessage("away");
        assertThat(asked).hasValue(2);
        now = 2 * SECOND;
        assertThatThrownBy(tokens::bearer).hasMessage("away");
        assertThat(asked).hasValue(2);
    }

    @Test
    void aRefusedClientStopsDeliveryAndNamesTheSettings() {
        assertThatThrownBy(() -> CamelTokenRequest.read(400, "{\"error\":\"invalid_client\"}", 0))
                .isInstanceOf(DeliveryStoppedException.class)
                .hasMessageContaining("invalid_client")
                .hasMessageContaining("ex.genesys-cloud.client-id");
        assertThatThrownBy(() -> CamelTokenRequest.read(503, "down", 0))
                .isNotInstanceOf(DeliveryStoppedException.class)
                .isInstanceOf(IOException.class);
    }

    @Test
    void aTokenIsNeverWrittenOut() throws IOException {
        TokenRequest.Granted granted =
                CamelTokenRequest.read(200, "{\"access_token\":\"geheim\",\"expires_in\":60}", 0);
        assertThat(granted.value()).isEqualTo("geheim");
        assertThat(granted.life()).isEqualTo(Duration.ofMinutes(1));
        assertThat(granted.toString()).doesNotContain("geheim");
        assertThatThrownBy(() -> CamelTokenRequest.read(200, "{\"token\":\"geheim\"}", 0))
                .message()
                .doesNotContain("geheim");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "1000000000000000000", "1e30", "\"soon\"", "172801"})
    void a_life_that_no_token_can_have_is_taken_for_five_minutes(String expiresIn) throws IOException {
        assertThat(CamelTokenRequest.read(200, "{\"access_token\":\"a\",\"expires_in\":" + expiresIn + "}", 0)
                        .life())
                .isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void a_login_server_that_answers_429_is_not_asked_before_it_said() throws IOException {
        assertThatThrownBy(() -> CamelTokenRequest.read(429, "", 30))
                .isInstanceOf(LoginBusyException.class)
                .hasMessageContaining("429");
        failure = new LoginBusyException("busy", 30);
        assertThatThrownBy(tokens::bearer).hasMessage("busy");
        now = 29 * SECOND;
        assertThatThrownBy(tokens::bearer).hasMessage("busy");
        assertThat(asked).hasValue(1);
        assertThat(tokens.problem()).hasValueSatisfying(text -> assertThat(text).contains("busy"));
        failure = null;
        now = 30 * SECOND;
        assertThat(tokens.bearer()).isEqualTo("token-2");
        assertThat(tokens.problem()).isEmpty();
    }
}

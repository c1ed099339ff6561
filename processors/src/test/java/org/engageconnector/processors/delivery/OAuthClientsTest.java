package org.engageconnector.processors.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.engageconnector.journal.DeliveryStoppedException;
import org.junit.jupiter.api.Test;

class OAuthClientsTest {

    private static final long SECOND = 1_000_000_000L;
    private static final String PATH = "conversations";

    private long now;
    private final List<Boolean> refused = new ArrayList<>();

    private OAuthClients clients(int number) {
        List<Pacer> pacers = new ArrayList<>();
        List<Tokens> tokens = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            int client = i;
            refused.add(false);
            pacers.add(new Pacer(1, Map.of(), () -> now, () -> 0));
            tokens.add(new Tokens(
                    () -> {
                        if (refused.get(client)) {
                            throw new DeliveryStoppedException("invalid_client");
                        }
                        return new TokenRequest.Granted("token-" + client, Duration.ofHours(24));
                    },
                    () -> now,
                    Runnable::run));
        }
        return new OAuthClients(pacers, tokens, () -> now);
    }

    /** Requests in ten minutes that answer at once. */
    private long granted(OAuthClients clients) {
        long count = 0;
        for (long end = now + 600 * SECOND; now < end; ) {
            long wait = clients.tryAcquire(PATH);
            if (wait == 0) {
                count++;
                clients.finished(PATH);
            } else {
                now += wait;
            }
        }
        return count;
    }

    private String use(OAuthClients clients) throws IOException {
        long wait = clients.tryAcquire(PATH);
        while (wait > 0) {
            now += wait;
            wait = clients.tryAcquire(PATH);
        }
        return clients.bearer();
    }

    @Test
    void three_clients_send_three_times_as_much_as_one() {
        double one = granted(clients(1));
        refused.clear();
        double three = granted(clients(3));
        assertThat(three / one).isCloseTo(3, within(0.3));
    }

    @Test
    void each_request_carries_the_token_whose_quota_it_uses() throws IOException {
        OAuthClients clients = clients(3);
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            tokens.add(use(clients));
            clients.finished(PATH);
        }
        assertThat(tokens).containsExactly("token-0", "token-1", "token-2", "token-0", "token-1", "token-2");
    }

    @Test
    void a_client_that_gets_no_token_is_left_out_for_a_minute_and_the_others_go_on() throws IOException {
        OAuthClients clients = clients(2);
        refused.set(0, true);
        assertThatThrownBy(() -> use(clients)).isNotInstanceOf(DeliveryStoppedException.class);
        clients.finished(PATH);
        for (int i = 0; i < 5; i++) {
            assertThat(use(clients)).isEqualTo("token-1");
            clients.finished(PATH);
        }
        assertThat(clients.leftOut())
                .containsEntry("1", "left out of everything")
                .containsEntry("2", "works");
        assertThat(clients.problem()).isEmpty();
        refused.set(0, false);
        now += 61 * SECOND;
        assertThat(List.of(use(clients), useAgain(clients))).containsExactlyInAnyOrder("token-0", "token-1");
    }

    private String useAgain(OAuthClients clients) throws IOException {
        clients.finished(PATH);
        return use(clients);
    }

    @Test
    void the_last_client_that_is_refused_stops_delivery() {
        OAuthClients clients = clients(2);
        refused.set(0, true);
        refused.set(1, true);
        assertThatThrownBy(() -> use(clients)).isNotInstanceOf(DeliveryStoppedException.class);
        clients.finished(PATH);
        assertThatThrownBy(() -> use(clients)).isInstanceOf(DeliveryStoppedException.class);
        clients.finished(PATH);
        assertThat(clients.problem()).isPresent();
    }

    @Test
    void a_client_that_may_not_write_to_one_path_still_serves_the_others() throws IOException {
        OAuthClients clients = clients(2);
        use(clients);
        assertThat(clients.forbidden(PATH)).isTrue();
        clients.finished(PATH);
        assertThat(use(clients)).isEqualTo("token-1");
        // Nobody else is left for this path.
        assertThat(clients.forbidden(PATH)).isFalse();
        clients.finished(PATH);
        assertThat(clients.leftOut()).containsEntry("1", "left out of " + PATH);
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            while (clients.tryAcquire("presence") > 0) {
                now += SECOND / 10;
            }
            tokens.add(clients.bearer());
            clients.finished("presence");
        }
        assertThat(tokens).containsExactlyInAnyOrder("token-0", "token-1");
    }

    @Test
    void one_client_alone_behaves_as_without_this_class() throws IOException {
        OAuthClients clients = clients(1);
        use(clients);
        assertThat(clients.forbidden(PATH)).isFalse();
        assertThat(clients.unauthorized(now)).isTrue();
        clients.finished(PATH);
        now += SECOND;
        use(clients);
        assertThat(clients.unauthorized(now)).isFalse();
        clients.finished(PATH);
        assertThat(use(clients)).isEqualTo("token-0");
    }

    @Test
    void a_ceiling_and_what_an_earlier_owner_sent_are_shared_out() {
        OAuthClients clients = clients(3);
        clients.ceiling(30);
        clients.usedBefore(LongStream.range(0, 30).map(i -> i * SECOND).boxed().toList());
        assertThat(clients.tryAcquire(PATH)).isPositive();
        assertThat(granted(clients)).isBetween(280L, 310L);
    }
}

package org.engageconnector.platformsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.engageconnector.message.TServerMessage;
import org.engageconnector.transport.ServerKind;
import org.junit.jupiter.api.Test;

/** What stays after many connections: nothing. */
class SdkLeaksIT {

    private static final int ROUNDS = 1_000;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Test
    void a_thousand_connections_leave_no_thread_no_channel_and_no_class_loader() throws IOException {
        WeakReference<ClassLoader> loader;
        Set<String> before = threads();
        try (Playground server = new Playground(Servers.tServer())) {
            loader = rounds(server);
            await().atMost(LIMIT).until(() -> server.open() == 0);
            await().atMost(LIMIT).untilAsserted(() -> assertThat(threads()).isSubsetOf(before));
        }
        await().atMost(LIMIT).until(() -> {
            System.gc();
            return loader.get() == null;
        });
    }

    private static WeakReference<ClassLoader> rounds(Playground server) {
        PlatformSdk sdk = PlatformSdk.load(StandIn.asItIs().folder(), AddpSettings.DEFAULT);
        WeakReference<ClassLoader> loader;
        try (Session session = new Session()) {
            for (int round = 1; round <= ROUNDS; round++) {
                int rounds = round;
                int welcomes = session.heard().size();
                session.connect(sdk, ServerKind.T_SERVER, server.port(), Servers.REGISTER_T);
                await().atMost(LIMIT)
                        .pollInterval(Duration.ofMillis(1))
                        .until(() -> session.heard().size() > welcomes);
                session.disconnect();
                await().atMost(LIMIT).pollInterval(Duration.ofMillis(1)).until(() -> session.closed() == rounds);
            }
            assertThat(session.heard())
                    .hasSize(ROUNDS)
                    .allMatch(m -> m.number() == TServerMessage.EVENT_LINK_CONNECTED);
        }
        loader = new WeakReference<>(sdk.loader());
        sdk.close();
        return loader;
    }

    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("engage-sdk-") || name.startsWith("stand-in"))
                .collect(Collectors.toSet());
    }
}

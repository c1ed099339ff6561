package org.engageconnector.component.tserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.engageconnector.component.engage.Intake;
import org.engageconnector.message.TServerAttribute;
import org.engageconnector.message.TServerMessage;
import org.junit.jupiter.api.Test;

/** A route that takes nothing for a while: the server is made to wait, memory is bounded, nothing is lost. */
class TServerBackPressureIT {

    private static final int EVENTS = 3_000;
    private static final byte[] LOAD = new byte[10_000];

    @Test
    void whatARouteCannotTakeWaitsInBoundsAndComesInOrder() throws Exception {
        try (FakeTServer server = new FakeTServer();
                Listening listening = new Listening()) {
            listening.start("family=call&primary=" + server.address());
            listening.await("ResyncEnd");
            listening.refuse = true;
            for (int i = 0; i < EVENTS; i++) {
                server.server.say(server.message(TServerMessage.EVENT_CALL_DATA_CHANGED)
                        .with(TServerAttribute.CALL_UUID, "CALL" + i)
                        .with(TServerAttribute.USER_DATA, org.engageconnector.message.KeyValueList.of("x", LOAD))
                        .build());
            }
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> listening.endpoint().getWaitingBytes() >= Intake.DEFAULT_LIMIT_BYTES / 2);
            await().during(Duration.ofMillis(500))
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> listening.endpoint().getWaitingBytes() <= Intake.DEFAULT_LIMIT_BYTES
                            && listening.endpoint().isConnected());
            assertThat(server.server.accepted()).isEqualTo(1);
            listening.refuse = false;
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> listening.words().stream()
                                    .filter("EventCallDataChanged"::equals)
                                    .count()
                            == EVENTS);
            assertThat(listening.taken.stream()
                            .filter(entry -> entry.message() != null
                                    && entry.message().number() == TServerMessage.EVENT_CALL_DATA_CHANGED)
                            .map(entry -> Integer.parseInt(entry.message()
                                    .text(TServerAttribute.CALL_UUID)
                                    .substring(4))))
                    .isSorted();
            assertThat(server.server.accepted()).isEqualTo(1);
        }
    }
}

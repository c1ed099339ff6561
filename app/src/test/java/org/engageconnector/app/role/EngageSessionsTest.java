package org.engageconnector.app.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When a role that has sessions with Engage servers can do its job. */
class EngageSessionsTest {

    private static final String DOWN = "SIP_B/call: WAITING";

    @Test
    void aRoleWithoutSessionsIsAStandbyAndWell() {
        assertThat(EngageSessions.judge(Map.of())).isEqualTo(HealthAnswer.UP);
    }

    @Test
    void everySessionUpIsReady() {
        assertThat(EngageSessions.judge(Map.of("SIP_A", List.of(), "SIP_B", List.of())))
                .isEqualTo(HealthAnswer.UP);
    }

    @Test
    void oneOfTwoPairsAwayIsReadyAndSaysWhatIsMissing() {
        HealthAnswer answer = EngageSessions.judge(Map.of("SIP_A", List.of(), "SIP_B", List.of(DOWN)));
        assertThat(answer.up()).isTrue();
        assertThat(answer.message()).isEqualTo("no session: " + DOWN);
    }

    @Test
    void aPairThatLacksOneFamilyIsNotServed() {
        assertThat(EngageSessions.judge(Map.of("SIP_B", List.of(DOWN))).up()).isFalse();
    }
}

package org.engageconnector.processors.configsync.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which answers are waited out, which are repeated, and how far the harm of the others reaches. */
class CloudTest {

    private static final int NO_ANSWER = 0;

    private final Deque<Integer> answers = new ArrayDeque<>();
    private final List<Long> pauses = new ArrayList<>();
    private final TestGate gate = new TestGate();
    private final Cloud cloud = new Cloud(this::answer, gate, pauses::add);

    @Test
    void passingFailuresAreRepeatedWithGrowingPauses() {
        answer(503, NO_ANSWER, 408, 200);
        assertThat(cloud.ask("GET", "/api/v2/users", null).status()).isEqualTo(200);
        assertThat(pauses).containsExactly(500L, 1000L, 2000L);
        assertThat(cloud.requests()).isEqualTo(4);
    }

    @Test
    void afterSixTriesTheObjectIsLeftToTheNextRun() {
        answer(500, 500, 500, 500, 500, 500, 200);
        assertThatThrownBy(() -> cloud.ask("GET", "/api/v2/users", null))
                .isInstanceOfSatisfying(
                        CloudException.class,
                        e -> assertThat(e.reach()).isEqualTo(CloudException.Reach.OBJECT_FOR_NOW));
        assertThat(cloud.requests()).isEqualTo(6);
    }

    @Test
    void aCreationOfUnknownOutcomeIsNotRepeated() {
        answer(504, 200);
        assertThatThrownBy(() -> cloud.askOnce("POST", "/api/v2/users", null)).isInstanceOf(CloudException.class);
        assertThat(cloud.requests()).isEqualTo(1);
    }

    @Test
    void aRequestThatWasNotAdmittedIsRepeatedEvenSo() {
        answer(429, 429, 200);
        assertThat(cloud.askOnce("POST", "/api/v2/users", null).status()).isEqualTo(200);
        assertThat(pauses).isEmpty(); // the gate waits, as long as the answer asks for
    }

    @Test
    void aRefusedTokenIsReplacedAndTheRequestRepeated() {
        gate.newToken = true;
        answer(401, 200);
        assertThat(cloud.ask("GET", "/api/v2/users", null).status()).isEqualTo(200);
        gate.newToken = false;
        answer(401);
        assertThatThrownBy(() -> cloud.ask("GET", "/api/v2/users", null))
                .isInstanceOfSatisfying(
                        CloudException.class, e -> assertThat(e.reach()).isEqualTo(CloudException.Reach.RUN));
    }

    @Test
    void what_one_client_may_not_do_another_one_does() {
        gate.others = 2;
        answer(403, 403, 200);
        assertThat(cloud.askOnce("POST", "/api/v2/users", null).status()).isEqualTo(200);
        answer(403, 200);
        assertThatThrownBy(() -> cloud.askOnce("POST", "/api/v2/users", null))
                .isInstanceOfSatisfying(
                        CloudException.class, e -> assertThat(e.reach()).isEqualTo(CloudException.Reach.KIND));
    }

    @Test
    void aMissingRightReachesTheKindAndAnyOtherRefusalTheObject() {
        answer(403);
        assertThatThrownBy(() -> cloud.ask("PUT", "/api/v2/users/0e1f/routingskills/bulk", null))
                .isInstanceOfSatisfying(
                        CloudException.class, e -> assertThat(e.reach()).isEqualTo(CloudException.Reach.KIND))
                .hasMessageContaining("PUT /api/v2/users/{id}/routingskills/bulk was answered 403");
        answer(400);
        assertThatThrownBy(() -> cloud.must("POST", "/api/v2/routing/queues", null))
                .isInstanceOfSatisfying(
                        CloudException.class, e -> assertThat(e.reach()).isEqualTo(CloudException.Reach.OBJECT));
    }

    @Test
    void pathsLoseTheirIdsAndQueries() {
        assertThat(PathLabel.of("/api/v2/users/externalid/engage-connector/101:7?x=ann@x.com"))
                .isEqualTo("/api/v2/users/externalid/{id}/{id}");
    }

    @Test
    void aConflictIsToldByItsCodeUnder400And409() {
        assertThat(answerOf(409, "anything").conflict()).isTrue();
        assertThat(answerOf(400, "general.conflict").conflict()).isTrue();
        assertThat(answerOf(400, "bad.request").conflict()).isFalse();
        assertThat(answerOf(400, "duplicate.name").duplicate()).isTrue();
    }

    private void answer(int... statuses) {
        for (int status : statuses) {
            answers.add(status);
        }
    }

    private Answer answer(String method, String path, JsonNode body) {
        int status = answers.remove();
        if (status == NO_ANSWER) {
            throw new UncheckedIOException(new IOException("reset"));
        }
        return answerOf(status, "some.code");
    }

    private static Answer answerOf(int status, String code) {
        return new Answer(status, JsonNodeFactory.instance.objectNode().put("code", code), Map.of());
    }

    private static final class TestGate implements Gate {

        private boolean newToken;
        private int others;

        @Override
        public boolean elsewhere(String label) {
            return others-- > 0;
        }

        @Override
        public void pass(String label) {
            // no quota here
        }

        @Override
        public void answered(String label, int status, Map<String, String> headers, long nanos) {
            // nobody counts
        }

        @Override
        public boolean newToken(long sentAt) {
            return newToken;
        }
    }
}

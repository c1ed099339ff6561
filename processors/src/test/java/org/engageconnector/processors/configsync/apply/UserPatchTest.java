package org.engageconnector.processors.configsync.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.engageconnector.processors.configsync.cloud.Answer;
import org.engageconnector.processors.configsync.cloud.Cloud;
import org.engageconnector.processors.configsync.cloud.CloudException;
import org.engageconnector.processors.configsync.cloud.Gate;
import org.engageconnector.processors.configsync.cloud.GenesysCloudApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A clash of versions: read again, applied again, at most five times (docs/config-sync.md#rules). */
class UserPatchTest {

    /** One user; so many changes of it are answered with a clash, whether its version moved or not. */
    private static final class OneUser implements GenesysCloudApi {

        private final int status;
        private int clashes;
        private boolean versionMoves;
        private int version = 7;
        private final List<String> requests = new ArrayList<>();

        private OneUser(int status, int clashes) {
            this.status = status;
            this.clashes = clashes;
        }

        @Override
        public Answer request(String method, String path, JsonNode body) {
            requests.add(method);
            ObjectNode answer = ObjectSync.object();
            if (method.equals("PATCH") && clashes-- > 0) {
                version += versionMoves ? 1 : 0;
                return new Answer(status, answer.put("code", "general.conflict"), Map.of());
            }
            answer.put("state", "active")
                    .put("version", version)
                    .put("name", "old")
                    .put("email", "a@x");
            return new Answer(200, answer, Map.of());
        }
    }

    private static UserPatch patch(OneUser user) {
        return new UserPatch(new Cloud(user, new Open(), millis -> {}));
    }

    @ParameterizedTest(name = "{0} general.conflict")
    @ValueSource(ints = {400, 409})
    void fiveClashesAreLivedThroughEvenWhenTheVersionStays(int status) {
        OneUser user = new OneUser(status, 5);
        assertThat(patch(user).apply("id", "new", "a@x", true, () -> {})).isTrue();
        assertThat(user.requests.stream().filter("PATCH"::equals)).hasSize(6);
        assertThat(user.requests.stream().filter("GET"::equals)).hasSize(6);
    }

    @Test
    void aSixthIsLeftToTheNextRunWhenSomebodyElseWritesToo() {
        OneUser user = new OneUser(409, 6);
        user.versionMoves = true;
        assertThatExceptionOfType(CloudException.class)
                .isThrownBy(() -> patch(user).apply("id", "new", "a@x", true, () -> {}))
                .matches(refusal -> refusal.reach() == CloudException.Reach.OBJECT_FOR_NOW);
    }

    @Test
    void aSixthIsARefusalOfTheObjectWhenNobodyElseWrites() {
        assertThatExceptionOfType(CloudException.class)
                .isThrownBy(() -> patch(new OneUser(409, 6)).apply("id", "new", "a@x", true, () -> {}))
                .matches(refusal -> refusal.reach() == CloudException.Reach.OBJECT);
    }

    private static final class Open implements Gate {

        @Override
        public void pass(String label) {}

        @Override
        public void answered(String label, int status, Map<String, String> headers, long nanos) {}

        @Override
        public boolean newToken(long sentAt) {
            return false;
        }
    }
}

package org.engageconnector.processors.configsync.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.engageconnector.background.BackOff;
import org.engageconnector.processors.delivery.OAuthClients;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Genesys Cloud as config-sync uses it: every request passes the {@link Gate}, answers that may change by themselves (429,
 * 408, 5xx, none) are waited out with growing pauses, and what is left is an answer that means something. Thread-safe.
 */
public final class Cloud {

    /** How often a change is applied again after a clash of versions (docs/config-sync.md#rules). */
    public static final int CLASHES = 5;

    private static final Logger LOG = LoggerFactory.getLogger(Cloud.class);
    private static final int TRIES = 6;
    private static final int BUSY_TRIES = 20;
    private static final int NEW_TOKENS = 2;
    private static final BackOff BACK_OFF = BackOff.exact(Duration.ofMillis(500), Duration.ofSeconds(16));
    private static final Set<Integer> PASSING = Set.of(408, 429, 500, 502, 503, 504);

    private final GenesysCloudApi api;
    private final Gate gate;
    private final Pause pause;
    private final AtomicLong requests = new AtomicLong();

    /** @param pause how to wait; tests need not */
    public Cloud(GenesysCloudApi api, Gate gate, Pause pause) {
        this.api = api;
        this.gate = gate;
        this.pause = pause;
    }

    /** Waits; throws a {@link CloudException} that ends the run when interrupted. */
    public interface Pause {
        void millis(long millis);
    }

    /** Requests sent so far, the refused ones too. */
    public long requests() {
        return requests.get();
    }

    /** The answer, which is 2xx or one that the caller knows to handle; 401 and 403 are thrown. */
    public Answer ask(String method, String path, JsonNode body) {
        return send(method, path, body, true);
    }

    /** As {@link #ask}, for a request without a version of its own: after a clash it is sent again, at most 5 times. */
    public Answer askThroughClashes(String method, String path, JsonNode body) {
        Answer answer = ask(method, path, body);
        for (int i = 0; i < CLASHES && answer.conflict(); i++) {
            answer = ask(method, path, body);
        }
        return answer;
    }

    /** As {@link #ask}, for a request that must not be repeated when its outcome is unknown (POST of a user). */
    public Answer askOnce(String method, String path, JsonNode body) {
        return send(method, path, body, false);
    }

    /** The body of an answer that must be 2xx; any other is thrown as the refusal of the object. */
    public JsonNode must(String method, String path, JsonNode body) {
        return okOrThrow(method, path, ask(method, path, body)).body();
    }

    /** The answer when it is 2xx, else the exception for it. */
    public static Answer okOrThrow(String method, String path, Answer answer) {
        if (!answer.ok()) {
            throw CloudException.of(CloudException.Reach.OBJECT, method + " " + PathLabel.of(path), answer);
        }
        return answer;
    }

    private Answer send(String method, String path, JsonNode body, boolean repeatable) {
        String label = PathLabel.of(path);
        int attempt = 1;
        int newTokens = 0;
        for (int busy = 0; ; ) {
            gate.pass(label);
            requests.incrementAndGet();
            long start = System.nanoTime();
            Answer answer = null;
            try {
                answer = api.request(method, path, body);
            } catch (UncheckedIOException e) {
                LOG.debug("{} {} had no answer", method, label, e);
            }
            gate.answered(
                    label,
                    answer == null ? 0 : answer.status(),
                    answer == null ? Map.of() : answer.headers(),
                    System.nanoTime() - start);
            // The gate stays closed as long as a 429 asks for; nothing was done, so it may be repeated.
            if (answer != null && answer.status() == 429 && busy++ < BUSY_TRIES) {
                continue;
            }
            if (answer != null
                    && answer.status() == 401
                    && newTokens++ < NEW_TOKENS * OAuthClients.MOST
                    && gate.newToken(start)) {
                continue;
            }
            // Nothing was done; every client says so at most once a minute.
            if (answer != null && answer.status() == 403 && gate.elsewhere(label)) {
                continue;
            }
            if (answer != null && !PASSING.contains(answer.status())) {
                return judged(method, label, answer);
            }
            if (!repeatable || attempt == TRIES) {
                throw answer == null
                        ? new CloudException(
                                CloudException.Reach.OBJECT_FOR_NOW, method + " " + label + " had no answer")
                        : CloudException.of(CloudException.Reach.OBJECT_FOR_NOW, method + " " + label, answer);
            }
            pause.millis(BACK_OFF.delay(attempt++ - 1).toMillis());
        }
    }

    private static Answer judged(String method, String label, Answer answer) {
        return switch (answer.status()) {
            case 401 -> throw CloudException.of(CloudException.Reach.RUN, method + " " + label, answer);
            case 403 -> throw CloudException.of(CloudException.Reach.KIND, method + " " + label, answer);
            default -> answer;
        };
    }
}

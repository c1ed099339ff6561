package org.engageconnector.app.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.engageconnector.component.redis.RedisConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the other instances what only they know. A question is a field in a hash that every role looks at twice a second; each
 * answers at most once. What is not answered within the time limit is left out. Thread-safe.
 */
public final class Questions {

    /** What this role can say to a question. */
    @FunctionalInterface
    public interface Answerer {

        /** Something that can be written as JSON; empty when this role has nothing to say. */
        Optional<Object> answer(String kind, List<String> words);
    }

    /** More people ask at once than the connector serves. */
    public static final class TooManyException extends RuntimeException {
        TooManyException() {
            super("too many questions at once; try again");
        }
    }

    /** How long others have to answer, milliseconds. */
    static final long LIMIT_MILLIS = 2_500;

    private static final Logger LOG = LoggerFactory.getLogger(Questions.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int AT_ONCE = 6;
    private static final long KEPT_MILLIS = 10_000;
    private static final long LOOK_MILLIS = 50;
    private static final int LONGEST_ANSWER = 1 << 20;
    private static final int REMEMBERED = 200;

    private final RedisConnection redis;
    private final String me;
    private final Answerer answerer;
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final Deque<String> answered = new ArrayDeque<>();

    /** @param me role and instance with a space between, as in the reports */
    public Questions(RedisConnection redis, String me, Answerer answerer) {
        this.redis = redis;
        this.me = me;
        this.answerer = answerer;
    }

    /** Answers what is asked now; called twice a second by one thread. */
    void look() {
        redis.call(commands -> commands.hgetall(redis.keys().watch("questions")))
                .forEach((id, bytes) -> {
                    if (!answered.contains(id)) {
                        answered.add(id);
                        if (answered.size() > REMEMBERED) {
                            answered.poll();
                        }
                        answer(id, bytes);
                    }
                });
    }

    private void answer(String id, byte[] question) {
        try {
            JsonNode asked = JSON.readTree(question);
            if (me.equals(asked.path("by").asText())) {
                return;
            }
            List<String> words = JSON.convertValue(
                    asked.path("words"), JSON.getTypeFactory().constructCollectionType(List.class, String.class));
            byte[] said = JSON.writeValueAsBytes(
                    answerer.answer(asked.path("kind").asText(), words).orElse(null));
            if (said.length > LONGEST_ANSWER) {
                said = JSON.writeValueAsBytes(null);
            }
            byte[] answer = said;
            String key = redis.keys().watch("answer:" + id);
            redis.call(commands -> commands.hset(key, me, answer));
            redis.call(commands -> commands.pexpire(key, KEPT_MILLIS));
        } catch (IOException | IllegalArgumentException e) {
            LOG.debug("a question that cannot be read: {}", e.getMessage());
        }
    }

    /**
     * What this role and those others say, by role and instance; who has nothing to say or says nothing is not in it. Waits up
     * to 2.5 s. Throws what the Redis client throws, and {@link TooManyException}.
     */
    public Map<String, JsonNode> ask(String kind, List<String> words, Set<String> whom) {
        Map<String, JsonNode> said = new LinkedHashMap<>();
        if (whom.contains(me)) {
            answerer.answer(kind, words).ifPresent(own -> said.put(me, JSON.valueToTree(own)));
        }
        if (whom.stream().allMatch(me::equals)) {
            return said;
        }
        if (!free.tryAcquire()) {
            throw new TooManyException();
        }
        try {
            String id = UUID.randomUUID().toString();
            String questions = redis.keys().watch("questions");
            byte[] question = JSON.writeValueAsBytes(Map.of("kind", kind, "words", words, "by", me));
            redis.call(commands -> commands.hset(questions, id, question));
            redis.call(commands -> commands.pexpire(questions, KEPT_MILLIS));
            try {
                await(redis.keys().watch("answer:" + id), whom, said);
            } finally {
                redis.call(commands -> commands.hdel(questions, id));
            }
            return said;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } finally {
            free.release();
        }
    }

    private void await(String key, Set<String> whom, Map<String, JsonNode> said) throws IOException {
        long end = System.nanoTime() + LIMIT_MILLIS * 1_000_000;
        Map<String, byte[]> answers = Map.of();
        while (System.nanoTime() < end && !complete(answers, whom)) {
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            answers = redis.call(commands -> commands.hgetall(key));
        }
        for (Map.Entry<String, byte[]> answer : answers.entrySet()) {
            JsonNode json = JSON.readTree(answer.getValue());
            if (whom.contains(answer.getKey()) && json != null && !json.isNull()) {
                said.put(answer.getKey(), json);
            }
        }
    }

    private boolean complete(Map<String, byte[]> answers, Set<String> whom) {
        return whom.stream().allMatch(one -> one.equals(me) || answers.containsKey(one));
    }
}

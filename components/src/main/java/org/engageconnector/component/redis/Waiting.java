package org.engageconnector.component.redis;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.RedisException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.engageconnector.background.RootCause;

/** Waits for Redis' answers and tells failures apart. */
final class Waiting {

    private static final long GRACE_MILLIS = 500;

    private Waiting() {}

    static <T> T on(CompletionStage<T> answer, Duration limit) {
        try {
            return answer.toCompletableFuture().get(limit.toMillis() + GRACE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RedisUnavailableException("interrupted while waiting for Redis", false);
        } catch (ExecutionException | TimeoutException e) {
            throw failure(e);
        }
    }

    /** Only the first word of a server's error is kept: the rest may quote values. */
    static RedisUnavailableException failure(Throwable failure) {
        Throwable cause = failure;
        while ((cause instanceof ExecutionException || cause instanceof CompletionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof RedisUnavailableException known) {
            return known;
        }
        if (cause instanceof RedisConnectionException && cause.getCause() != null) {
            Throwable root = RootCause.of(cause);
            ServerWord word = ServerWord.of(root.getMessage());
            return new RedisUnavailableException(
                    "cannot connect to Redis: " + (word == ServerWord.OTHER ? word(root) : said(word)), true, word);
        }
        if (cause instanceof RedisConnectionException
                && String.valueOf(cause.getMessage()).contains("entinel")) {
            return new RedisUnavailableException(
                    "no Sentinel of ex.redis.url names a primary: are they up, and is the master name behind # theirs?",
                    true);
        }
        if (cause instanceof RedisCommandExecutionException) {
            ServerWord word = ServerWord.of(cause.getMessage());
            return new RedisUnavailableException(
                    "Redis refused a command: " + (word == ServerWord.OTHER ? word(cause) : said(word)), true, word);
        }
        if (cause instanceof RedisException
                && cause.getMessage() != null
                && cause.getMessage().contains("rejected")) {
            return new RedisUnavailableException("Redis is not connected", true);
        }
        return new RedisUnavailableException(
                "no answer from Redis: " + cause.getClass().getSimpleName(), false);
    }

    private static String said(ServerWord word) {
        return word + ", " + word.advice();
    }

    /** A server's error word such as NOPERM or WRONGPASS, else the class. */
    private static String word(Throwable failure) {
        return failure instanceof RedisCommandExecutionException && failure.getMessage() != null
                ? failure.getMessage().split(" ", 2)[0]
                : failure.getClass().getSimpleName();
    }
}

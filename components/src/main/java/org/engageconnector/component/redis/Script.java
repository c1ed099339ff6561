package org.engageconnector.component.redis;

import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** A Lua script: sent by its digest, and in full when Redis does not know it (any more). Immutable. */
public final class Script {

    private final byte[] text;
    private final String digest;

    private Script(byte[] text) {
        this.text = text;
        try {
            digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }

    /** Reads the script {@code name} that lies beside a class. */
    public static Script beside(Class<?> owner, String name) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no script " + name + " beside " + owner.getName());
            }
            return new Script(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Script of(String text) {
        return new Script(text.getBytes(StandardCharsets.UTF_8));
    }

    /** This script with another behind it, which may call the functions of this one. */
    public Script before(Script next) {
        byte[] both = Arrays.copyOf(text, text.length + next.text.length);
        System.arraycopy(next.text, 0, both, text.length, next.text.length);
        return new Script(both);
    }

    /** The answer is a list of {@link Long}, {@code byte[]} and lists of these. */
    CompletionStage<List<Object>> run(RedisAsyncCommands<String, byte[]> redis, String[] keys, byte[][] arguments) {
        CompletionStage<List<Object>> known = redis.evalsha(digest, ScriptOutputType.MULTI, keys, arguments);
        return known.exceptionallyCompose(failure -> {
            Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
            if (cause instanceof RedisNoScriptException) {
                return redis.eval(text, ScriptOutputType.MULTI, keys, arguments);
            }
            return CompletableFuture.failedStage(cause);
        });
    }
}

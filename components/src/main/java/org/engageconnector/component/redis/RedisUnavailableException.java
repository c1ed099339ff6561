package org.engageconnector.component.redis;

/**
 * Redis did not do what it was asked: not connected, no answer in time, or an error of the server. Unless {@link #refused()},
 * the command may still have run. The message names no value and no secret.
 */
public final class RedisUnavailableException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final boolean refused;
    private final ServerWord word;

    RedisUnavailableException(String message, boolean refused) {
        this(message, refused, ServerWord.OTHER);
    }

    RedisUnavailableException(String message, boolean refused, ServerWord word) {
        super(message);
        this.refused = refused;
        this.word = word;
    }

    /** What is wanted is not in Redis now, and whoever writes it will put it there: waiting helps. */
    public static RedisUnavailableException missing(String message) {
        return new RedisUnavailableException(message, true);
    }

    /** The server's error word. */
    ServerWord word() {
        return word;
    }

    /** True when the command was certainly not carried out: rejected here while disconnected, or refused by the server. */
    public boolean refused() {
        return refused;
    }

    /** True when Redis is at its maxmemory and takes no more. */
    public boolean outOfMemory() {
        return word == ServerWord.OOM;
    }
}

package org.engageconnector.processors.configsync.cloud;

import java.util.Map;

/** What every request passes: the right to act at all, and the quota. Thread-safe. */
public interface Gate {

    /**
     * Waits until one request may be sent.
     *
     * @param label of the path, bounded in number
     * @throws CloudException that ends the run when this instance may act no more or the wait took too long
     */
    void pass(String label);

    /** To be told of every answer; {@code status} 0 when there was none. */
    void answered(String label, int status, Map<String, String> headers, long nanos);

    /**
     * To be told of a 401.
     *
     * @param sentAt {@link System#nanoTime()} when the request left
     * @return true when the same request may be sent again, with a new token
     */
    boolean newToken(long sentAt);

    /**
     * To be told of a 403.
     *
     * @return true when the same request may be sent again, by another OAuth client
     */
    default boolean elsewhere(String label) {
        return false;
    }
}

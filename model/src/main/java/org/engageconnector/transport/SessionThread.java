package org.engageconnector.transport;

import java.time.Duration;

/** The one thread of a session, as a transport sees it. Thread-safe. */
public interface SessionThread {

    /** Runs a task there, after all that were given before. */
    void execute(Runnable task);

    /** Runs a task there later. */
    Cancellation schedule(Duration delay, Runnable task);

    /** Whether the caller is on that thread. */
    boolean isHere();

    /** Takes a scheduled task back; nothing when it has run. */
    interface Cancellation {
        void cancel();
    }
}

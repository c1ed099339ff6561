package org.engageconnector.component.engage;

import java.time.Duration;

/** The clock of a session, so that tests play on virtual time. Tasks run on the session's thread. */
public interface SessionTimer {

    /** Runs the task once, later. */
    Handle schedule(Duration delay, Runnable task);

    /** A clock that only runs forward, in nanoseconds. */
    long nanoTime();

    /** A task that waits. */
    interface Handle {

        /** The task will not run; nothing when it already has. */
        void cancel();
    }
}

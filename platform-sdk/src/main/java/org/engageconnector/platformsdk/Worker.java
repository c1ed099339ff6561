package org.engageconnector.platformsdk;

import java.time.Duration;
import java.util.concurrent.Executor;

/** The thread of one connection, for everything of the SDK that may wait. Thread-safe. */
interface Worker extends Executor {

    /** Runs a task after all that were given before. What comes after the end is dropped. */
    @Override
    void execute(Runnable task);

    /** Wakes a task that waits. */
    void interrupt();

    /** Ends when what was given is done. */
    void end();

    /** Ends when what was given is done, and at the latest after that time. */
    void endWithin(Duration time);

    /** Whether more waits than can be kept. */
    boolean isOverrun();
}

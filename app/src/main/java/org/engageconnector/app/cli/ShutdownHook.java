package org.engageconnector.app.cli;

import java.util.Timer;
import java.util.TimerTask;
import org.apache.logging.log4j.LogManager;

/** Ends the process on SIGTERM: orderly, but never later than 30 s after the signal. */
public final class ShutdownHook extends Thread {

    private static final long AT_MOST_MILLIS = 28_000;

    private final Runnable action;

    private volatile boolean cancelled;

    public ShutdownHook(Runnable action) {
        super("stop");
        this.action = action;
    }

    /** The process ends for another reason, with the exit code of that. */
    public void cancel() {
        cancelled = true;
    }

    @Override
    public void run() {
        if (cancelled) {
            return;
        }
        new Timer("stop-limit", true)
                .schedule(
                        new TimerTask() {
                            @Override
                            public void run() {
                                Runtime.getRuntime().halt(1);
                            }
                        },
                        AT_MOST_MILLIS);
        action.run();
        LogManager.shutdown();
        // the JVM would report the signal (143); a stop that was asked for and went well is exit code 0
        Runtime.getRuntime().halt(0);
    }
}

package org.engageconnector.app.cli;

import org.engageconnector.app.failure.ExitCode;

/** Keeps something running until the process is asked to stop, then closes it. */
public final class UntilStopped {

    private UntilStopped() {}

    /** Never returns: the shutdown hook ends the process with exit code 0. */
    public static ExitCode run(AutoCloseable running) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new ShutdownHook(() -> close(running)));
        Thread.currentThread().join();
        return ExitCode.DONE;
    }

    private static void close(AutoCloseable running) {
        try {
            running.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.engageconnector.robustness.clock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** What the time of day is in a process whose clock was stepped. Monotonic time goes on, as it does when NTP steps a clock. */
public final class SteppedClock {

    private static final long LOOK_MILLIS = 100;

    private static volatile long offsetMillis;

    private SteppedClock() {}

    /** Follows a file that holds the offset in milliseconds. */
    static void follow(Path file) {
        Thread thread = new Thread(() -> look(file), "stepped-clock");
        thread.setDaemon(true);
        thread.start();
    }

    /** In place of {@link System#currentTimeMillis()}. */
    public static long currentTimeMillis() {
        return System.currentTimeMillis() + offsetMillis;
    }

    /** In place of {@link Instant#now()}. */
    public static Instant now() {
        return Instant.now().plusMillis(offsetMillis);
    }

    /** Says so on standard output, which is the log of the process. */
    private static void step(long offset) {
        if (offset != offsetMillis) {
            offsetMillis = offset;
            System.out.println("clock offset " + offset + " ms: it is " + now() + " here");
        }
    }

    private static void look(Path file) {
        while (true) {
            try {
                String text = Files.readString(file).strip();
                // empty while it is being written
                step(text.isEmpty() ? offsetMillis : Long.parseLong(text));
                Thread.sleep(LOOK_MILLIS);
            } catch (IOException e) {
                step(0);
            } catch (InterruptedException e) {
                return;
            }
        }
    }
}

package org.engageconnector.component.engage;

import java.time.Duration;

/**
 * Watches a session for silence: after {@code quiet} without a frame it asks for a sign of life, and when none has come in a
 * further {@code answer} it gives up. While reading is paused nothing can be heard, so nothing is held against the server.
 */
final class Silence {

    private final SessionTimer timer;
    private final Duration quiet;
    private final Duration answer;
    private final Runnable ask;
    private final Runnable giveUp;

    private SessionTimer.Handle handle;
    private long heardAt;
    private boolean asked;
    private boolean paused;

    Silence(SessionTimer timer, Duration quiet, Duration answer, Runnable ask, Runnable giveUp) {
        this.timer = timer;
        this.quiet = quiet;
        this.answer = answer;
        this.ask = ask;
        this.giveUp = giveUp;
    }

    void start() {
        stop();
        heard();
        handle = timer.schedule(quiet, this::look);
    }

    void stop() {
        if (handle != null) {
            handle.cancel();
            handle = null;
        }
    }

    /** A frame came. Cheap: the timer is not moved, it looks at this when it fires. */
    void heard() {
        heardAt = timer.nanoTime();
        asked = false;
    }

    void pause(boolean on) {
        paused = on;
        heard();
    }

    private void look() {
        Duration since = Duration.ofNanos(timer.nanoTime() - heardAt);
        Duration limit = asked ? quiet.plus(answer) : quiet;
        if (paused || since.compareTo(limit) < 0) {
            handle = timer.schedule(paused ? quiet : limit.minus(since), this::look);
        } else if (asked) {
            handle = null;
            giveUp.run();
        } else {
            asked = true;
            handle = timer.schedule(answer, this::look);
            ask.run();
        }
    }
}

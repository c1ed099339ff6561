package org.engageconnector.demo;

import java.io.PrintStream;
import org.engageconnector.simulators.engage.play.Progress;
import org.engageconnector.simulators.genesyscloud.watch.Summary;

/** What a person sees while the demo runs: one line that moves on a terminal, a line every ten seconds elsewhere. */
final class DemoProgress {

    private static final long QUIET_MILLIS = 10_000;

    private final PrintStream out;

    private final boolean terminal = System.console() != null;

    private final long started = System.currentTimeMillis();

    private long lastShown;

    DemoProgress(PrintStream out) {
        this.out = out;
    }

    void say(String text) {
        out.println((terminal ? "\r\033[K" : "") + "demo: " + text);
    }

    void wait(String role, String missing, Summary cloud) {
        moving("waiting for " + role + " (" + missing + "); " + cloud.objects().getOrDefault("users", 0)
                + " users synced, " + cloud.requests() + " requests");
    }

    void show(Progress site, Summary cloud) {
        long minute = Math.max(
                cloud.mostInAMinute().getOrDefault("conversation-provider", 0),
                cloud.mostInAMinute().getOrDefault("agent-state-sync", 0));
        moving(String.format(
                "%d s  calls %d begun, %d ended, %d live at Genesys Cloud  breaks %d  events %d accepted, %d refused"
                        + "  quota %d of 300",
                (System.currentTimeMillis() - started) / 1_000,
                site.callsStarted(),
                site.callsEnded(),
                cloud.conversationsLive(),
                site.breaks(),
                cloud.accepted(),
                cloud.refused(),
                minute));
    }

    void end() {
        if (terminal) {
            out.print("\r\033[K");
        }
    }

    private void moving(String text) {
        long now = System.currentTimeMillis();
        if (terminal) {
            out.print("\r\033[Kdemo: " + text);
            out.flush();
        } else if (now - lastShown >= QUIET_MILLIS) {
            lastShown = now;
            out.println("demo: " + text);
        }
    }
}

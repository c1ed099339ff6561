package org.engageconnector.component.engage;

/** What those who watch may know of a session: written on the session's thread, read anywhere. */
public final class SessionView {

    private volatile int number = -1;
    private volatile long millis;
    private volatile String role = "unknown";
    private volatile int watched;
    private volatile int refused;
    private volatile boolean linked = true;

    /** A message came. */
    public void saw(int messageNumber) {
        number = messageNumber;
        millis = System.currentTimeMillis();
    }

    /** The server said what it is. */
    public void role(boolean primary) {
        role = primary ? "primary" : "backup";
    }

    /** Whether the server is linked to its switch; true until it says otherwise. */
    public void linked(boolean now) {
        linked = now;
    }

    /** How many DNs or statistics the server reports to us, and how many it refuses. */
    public void counts(int nowWatched, int nowRefused) {
        watched = nowWatched;
        refused = nowRefused;
    }

    /** The number of the last message, -1 before the first. */
    public int number() {
        return number;
    }

    /** When it came, milliseconds since 1970; 0 before the first. */
    public long millis() {
        return millis;
    }

    /** What the server last said of its role: primary, backup or unknown. */
    public String role() {
        return role;
    }

    public boolean isLinked() {
        return linked;
    }

    public int watched() {
        return watched;
    }

    public int refused() {
        return refused;
    }
}

package org.engageconnector.component.engage;

/** The last message of a session and the server's role, for those who watch: written on the session's thread, read anywhere. */
public final class LastEvent {

    private volatile int number = -1;
    private volatile long millis;
    private volatile String role = "unknown";

    /** A message came. */
    public void saw(int messageNumber) {
        number = messageNumber;
        millis = System.currentTimeMillis();
    }

    /** The server said what it is. */
    public void role(boolean primary) {
        role = primary ? "primary" : "backup";
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
}

package org.engageconnector.simulators.engage.net;

/** Faults of one listening server that last until they are switched off. Thread-safe. */
final class ListenerFaults {

    private volatile long delayMillis;
    private volatile boolean reading = true;
    private volatile boolean silent;

    long delayMillis() {
        return delayMillis;
    }

    void delayMillis(long millis) {
        delayMillis = millis;
    }

    boolean reading() {
        return reading;
    }

    void reading(boolean on) {
        reading = on;
    }

    boolean silent() {
        return silent;
    }

    void silent(boolean on) {
        silent = on;
    }
}

package org.engageconnector.component.redis;

/**
 * Whether this instance works or only stands by, warm: while it is not active it asks for no lease, and gives those it has to
 * others as a planned stop does (docs/kubernetes.md#blue-green). Thread-safe; read on the threads of the leases.
 */
public final class Activity {

    private volatile boolean active = true;

    public boolean active() {
        return active;
    }

    public void active(boolean wanted) {
        active = wanted;
    }
}

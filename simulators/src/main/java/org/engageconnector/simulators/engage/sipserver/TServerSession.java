package org.engageconnector.simulators.engage.sipserver;

import java.util.HashSet;
import java.util.Set;
import org.engageconnector.simulators.engage.net.ClientConnection;

/** What one client of a SIP Server has asked for. Guarded by the pair's lock. */
final class TServerSession {

    private final ClientConnection connection;
    private final Set<String> watched = new HashSet<>();
    private boolean registered;
    private boolean callMonitoring;

    TServerSession(ClientConnection connection) {
        this.connection = connection;
    }

    ClientConnection connection() {
        return connection;
    }

    /** Whether RequestRegisterClient was accepted. */
    boolean registered() {
        return registered;
    }

    void register() {
        registered = true;
    }

    boolean callMonitoring() {
        return callMonitoring;
    }

    void callMonitoring(boolean on) {
        callMonitoring = on;
    }

    boolean watches(String dn) {
        return watched.contains(dn);
    }

    /** DNs. */
    Set<String> watched() {
        return watched;
    }

    void watch(String dn) {
        watched.add(dn);
    }

    void unwatch(String dn) {
        watched.remove(dn);
    }
}

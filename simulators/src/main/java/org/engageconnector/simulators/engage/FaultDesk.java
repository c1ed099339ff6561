package org.engageconnector.simulators.engage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.engageconnector.simulators.engage.net.Listener;
import org.engageconnector.simulators.engage.sipserver.SipServer;
import org.engageconnector.simulators.engage.sipserver.SipServerPair;
import org.engageconnector.simulators.engage.statserver.StatServer;
import org.engageconnector.simulators.engage.statserver.StatServerPair;

/**
 * The faults of a site by name, for people and scripts (docs/simulators.md has the list). Java callers use the pairs and
 * listeners themselves. Thread-safe.
 */
public final class FaultDesk {

    /** A length below the least. */
    private static final byte[] STRAY = {0x00, 0x00, 0x00, 0x02, 0x7f, 0x13};

    /** The begin of a frame of 64 bytes. */
    private static final byte[] HALF_A_FRAME = {0x00, 0x00, 0x00, 0x40, 0x00, 0x3c, 0x00};

    private final Map<String, Consumer<String>> faults = new LinkedHashMap<>();

    public FaultDesk(EngageSite site) {
        StatServerPair stat = site.statServers();
        for (StatServer member : List.of(stat.first(), stat.second())) {
            connectionFaults(member.listener());
            faults.put(member.listener().name() + "/stop", v -> stat.stop(member));
            faults.put(member.listener().name() + "/start", v -> stat.start(member));
        }
        faults.put("stat-servers/switch-over", v -> stat.switchOver());
        faults.put("stat-servers/refuse-clients", v -> stat.refuseClients(Boolean.parseBoolean(v)));
        faults.put("stat-servers/reason-delay", v -> stat.reasonDelay(Long.parseLong(v)));
        faults.put("stat-servers/invalidate", stat::invalidate);
        faults.put("stat-servers/validate", stat::validate);
        for (SipServerPair pair : site.sipServers()) {
            for (SipServer member : List.of(pair.first(), pair.second())) {
                String name = member.listener().name();
                connectionFaults(member.listener());
                faults.put(name + "/stop", v -> pair.stop(member));
                faults.put(name + "/start", v -> pair.start(member));
                faults.put(name + "/restart", v -> pair.restart(member));
                faults.put(name + "/promote", v -> pair.promote(member));
                faults.put(name + "/older-release", v -> member.olderRelease(Boolean.parseBoolean(v)));
            }
            String name = "sip-servers-" + pair.switchName();
            faults.put(name + "/switch-over", v -> pair.switchOver());
            faults.put(name + "/no-primary", v -> pair.noPrimary());
            faults.put(name + "/lose-everything", v -> pair.loseEverything());
            faults.put(name + "/refuse-clients", v -> pair.refuseClients(Integer.parseInt(v)));
            faults.put(name + "/refuse-dn", dn -> pair.configureDn(dn, null));
            faults.put(
                    name + "/accept-dn",
                    dn -> pair.configureDn(dn, dn.startsWith("VQ") ? SipServerPair.QUEUE : SipServerPair.EXTENSION));
        }
    }

    /** All faults there are, as {@code server/fault}. */
    public List<String> names() {
        return List.copyOf(faults.keySet());
    }

    /**
     * Makes a fault happen, or end.
     *
     * @param value {@code true} or {@code false}, milliseconds, an error code, a DN or an employee id, as the fault wants it
     * @throws IllegalArgumentException when there is no such fault, or the value does not fit
     */
    public void apply(String fault, String value) {
        Consumer<String> action = faults.get(fault);
        if (action == null) {
            throw new IllegalArgumentException("No fault is called " + fault);
        }
        action.accept(value == null ? "" : value);
    }

    private void connectionFaults(Listener listener) {
        faults.put(listener.name() + "/drop", v -> listener.dropConnections());
        faults.put(listener.name() + "/reset", v -> listener.resetConnections());
        faults.put(listener.name() + "/break-off", v -> listener.breakOffConnections(HALF_A_FRAME));
        faults.put(listener.name() + "/silent", v -> listener.silent(Boolean.parseBoolean(v)));
        faults.put(listener.name() + "/reading", v -> listener.reading(Boolean.parseBoolean(v)));
        faults.put(listener.name() + "/delay", v -> listener.delay(Long.parseLong(v)));
        faults.put(listener.name() + "/stray-bytes", v -> listener.sendBytes(STRAY));
    }
}

package org.engageconnector.robustness;

import java.util.List;
import java.util.stream.Stream;
import org.engageconnector.simulators.engage.sipserver.SipServerPair;
import org.engageconnector.simulators.engage.statserver.StatServer;
import org.engageconnector.simulators.engage.statserver.StatServerPair;

/** SIP Servers and Stat Servers that die, and connections to them that are reset, cut, slow. */
final class EngageFaults {

    private static final String UP = "session up with";

    /** After so many bytes of a session a reset falls into connect, register, the answers to DNs, and live events. */
    private static final int[] PHASES = {0, 20, 400, 4_000, 9_000};

    private EngageFaults() {}

    static void addTo(List<Fault> faults) {
        faults.add(new Fault(
                "half-open-sip",
                "the deliverer's connections to SIP Servers lead nowhere for 25 s",
                false,
                27,
                scene -> {
                    ConnectorProcess owner = scene.world.deliverer(World.CALLS);
                    return halfOpen(owner, owner.links().sipServers);
                }));
        faults.add(new Fault("half-open-stat", "the same to Stat Servers", false, 27, scene -> {
            ConnectorProcess owner = scene.world.deliverer(World.STATES);
            return halfOpen(owner, owner.links().statServers);
        }));
        faults.add(new Fault(
                "reset-every-phase",
                "connections of one instance to SIP and Stat Servers are reset in connect, register and live",
                false,
                14,
                scene -> {
                    Links links = scene.world.deliverer(World.CALLS).links();
                    List<Link> all = Stream.concat(links.sipServers.stream(), links.statServers.stream())
                            .toList();
                    int before = all.stream().mapToInt(Link::resets).sum();
                    all.forEach(link -> link.resetAfter(PHASES));
                    all.forEach(Link::reset);
                    Pause.seconds(12);
                    int resets = all.stream().mapToInt(Link::resets).sum() - before;
                    return end -> resets < PHASES.length
                            ? ""
                            : resets + " resets on " + all.size() + " connections, " + end.logged(UP);
                }));
        faults.add(new Fault(
                "slow-engage", "256 bytes each 200 ms from the SIP Servers to one instance", false, 12, scene -> {
                    List<Link> links = scene.world.deliverer(World.CALLS).links().sipServers;
                    long before = links.stream().mapToLong(Link::slowed).sum();
                    links.forEach(link -> link.slow(200));
                    Pause.seconds(10);
                    links.forEach(link -> link.slow(0));
                    long slowed = links.stream().mapToLong(Link::slowed).sum() - before;
                    return end -> slowed == 0 ? "" : slowed + " pieces were slow";
                }));
        faults.add(
                new Fault("kill-sip-server", "the primary SIP Server stops, the backup takes over", false, 8, scene -> {
                    SipServerPair pair = scene.world.site.sipServers().get(0);
                    var primary = pair.primary();
                    pair.stop(primary);
                    Pause.seconds(6);
                    pair.start(primary);
                    String name = primary.listener().name();
                    return end -> name + " was stopped for 6 s, " + end.logged(UP);
                }));
        faults.add(new Fault("reset-sip-server", "all connections to the SIP Servers are reset", false, 4, scene -> {
            SipServerPair pair = scene.world.site.sipServers().get(0);
            int clients =
                    pair.first().listener().clients() + pair.second().listener().clients();
            pair.first().listener().resetConnections();
            pair.second().listener().resetConnections();
            return end -> clients + " connections were reset, " + end.logged(UP);
        }));
        faults.add(new Fault(
                "kill-stat-server", "the primary Stat Server stops, the backup takes over", false, 8, scene -> {
                    StatServerPair pair = scene.world.site.statServers();
                    StatServer primary = pair.primary();
                    pair.stop(primary);
                    Pause.seconds(6);
                    pair.start(primary);
                    String name = primary.listener().name();
                    return end -> name + " was stopped for 6 s, " + end.logged(UP);
                }));
        faults.add(new Fault("reset-stat-server", "all connections to the Stat Servers are reset", false, 4, scene -> {
            StatServerPair pair = scene.world.site.statServers();
            int clients =
                    pair.first().listener().clients() + pair.second().listener().clients();
            pair.first().listener().resetConnections();
            pair.second().listener().resetConnections();
            return end -> clients + " connections were reset, " + end.logged(UP);
        }));
    }

    private static Fault.Proof halfOpen(ConnectorProcess owner, List<Link> links) {
        links.forEach(link -> link.cut(true));
        Pause.seconds(25);
        long held = links.stream().mapToLong(Link::held).sum();
        links.forEach(link -> link.cut(false));
        return end -> held == 0
                ? ""
                : owner.instance() + " heard nothing for 25 s, " + end.logged("next try in") + ", " + end.logged(UP);
    }
}

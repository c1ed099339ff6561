package org.engageconnector.robustness;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.engageconnector.simulators.engage.sipserver.SipServerPair;
import org.engageconnector.simulators.genesyscloud.faults.Fault.EventChoice;
import org.engageconnector.simulators.genesyscloud.faults.Fault.Kind;

/** Every fault of the suite. Source: docs/robustness.md. */
final class Faults {

    private static final String EVENTS = "/api/v2/events";

    private Faults() {}

    static List<Fault> all() {
        List<Fault> faults = new ArrayList<>();
        faults.add(new Fault("none", "nothing breaks", false, 0, world -> "nothing was broken"));
        processes(faults);
        redis(faults);
        engage(faults);
        answers(faults);
        statuses(faults);
        return faults;
    }

    private static void processes(List<Fault> faults) {
        faults.add(new Fault("kill-owner", "kill -9 of the instance that delivers", true, 10, world -> {
            ConnectorProcess owner = world.deliverer();
            long pid = owner.pid();
            long before = world.cloud.summary().accepted();
            int exit = owner.kill();
            return "pid " + pid + " ended with " + exit + " after " + before + " accepted events";
        }));
        faults.add(new Fault("kill-standby", "kill -9 of the other instance", true, 10, world -> {
            ConnectorProcess owner = world.deliverer();
            ConnectorProcess other = world.instances.get(world.instances.get(0) == owner ? 1 : 0);
            long pid = other.pid();
            return "pid " + pid + " ended with " + other.kill();
        }));
        faults.add(new Fault("kill-both", "kill -9 of both instances, started again at once", true, true, 10, world -> {
            StringBuilder proof = new StringBuilder();
            for (ConnectorProcess each : world.instances) {
                proof.append("pid ")
                        .append(each.pid())
                        .append(" ended with ")
                        .append(each.kill())
                        .append(' ');
            }
            world.repair();
            return proof.toString().strip();
        }));
        faults.add(new Fault(
                "freeze-owner", "SIGSTOP of the deliverer for 15 s, longer than its lease", true, 25, world -> {
                    ConnectorProcess owner = world.deliverer();
                    owner.freeze();
                    Pause.seconds(15);
                    ConnectorProcess next = world.instances.get(world.instances.get(0) == owner ? 1 : 0);
                    boolean taken = next.holds("conversation-provider", "deliver:conversation-provider");
                    owner.thaw();
                    return "pid " + owner.pid() + " stood still for 15 s; " + next.instance()
                            + (taken ? " took over" : " did not take over");
                }));
    }

    private static void redis(List<Fault> faults) {
        faults.add(new Fault("kill-redis", "kill -9 of Redis (appendfsync always), back after 5 s", true, 12, world -> {
            long pid = world.redis.pid();
            world.redis.kill();
            Pause.seconds(5);
            world.redis.start(true);
            return "redis-server " + pid + " was killed, " + world.redis.pid() + " took its place";
        }));
        faults.add(new Fault("redis-forgets", "Redis comes back as it was 10 s before", true, 16, world -> {
            world.redis.snapshot();
            Pause.seconds(10);
            world.redis.restartFromSnapshot();
            return "redis-server " + world.redis.pid() + " started from a snapshot 10 s old";
        }));
    }

    private static void engage(List<Fault> faults) {
        faults.add(new Fault(
                "kill-sip-server", "the primary SIP Server stops, the backup takes over", false, 12, world -> {
                    SipServerPair pair = world.site.sipServers().get(0);
                    pair.stop(pair.first());
                    Pause.seconds(6);
                    pair.start(pair.first());
                    return pair.first().listener().name() + " was stopped for 6 s";
                }));
        faults.add(new Fault("reset-sip-server", "all connections to the SIP Servers are reset", false, 10, world -> {
            SipServerPair pair = world.site.sipServers().get(0);
            pair.first().listener().resetConnections();
            pair.second().listener().resetConnections();
            return "connections of both members were reset";
        }));
        faults.add(new Fault(
                "kill-stat-server", "the primary Stat Server stops, the backup takes over", false, 12, world -> {
                    world.site.statServers().stop(world.site.statServers().first());
                    Pause.seconds(6);
                    world.site.statServers().start(world.site.statServers().first());
                    return "the primary Stat Server was stopped for 6 s";
                }));
    }

    private static void answers(List<Fault> faults) {
        faults.add(hits(
                "lost-answers",
                "accepted, then closed without an answer",
                true,
                world -> world.cloud.addFault(cloud(Kind.LOSE_ANSWER, 5))));
        faults.add(hits(
                "reset-answers",
                "accepted, then reset without an answer",
                true,
                world -> world.cloud.addFault(cloud(Kind.RESET_ANSWER, 5))));
        faults.add(hits(
                "gateway-504",
                "accepted, then answered 504",
                true,
                world -> world.cloud.addFault(new org.engageconnector.simulators.genesyscloud.faults.Fault(
                        Kind.STATUS_AFTER, EVENTS, 5, 0, 504, 0, "", null))));
        faults.add(hits(
                "half-open",
                "taken in, never answered",
                false,
                world -> world.cloud.addFault(cloud(Kind.HALF_OPEN, 2))));
        faults.add(hits(
                "slow-answers",
                "answers trickle in over two seconds",
                false,
                world -> world.cloud.addFault(cloud(Kind.SLOW, 10))));
        faults.add(hits(
                "retryable",
                "each fifth event is refused as retryable",
                false,
                world -> world.cloud.addFault(org.engageconnector.simulators.genesyscloud.faults.Fault.events(
                        Kind.RETRYABLE_EVENTS, EVENTS, new EventChoice("", "", 5), 20))));
        faults.add(hits("outage", "connections are refused for 8 s", false, world -> world.cloud.outage(8_000)));
        faults.add(hits("revoked-tokens", "every token is revoked", false, world -> world.cloud.revokeTokens()));
    }

    private static void statuses(List<Fault> faults) {
        for (int status : new int[] {429, 500, 503, 401, 403, 404}) {
            faults.add(hits(
                    "status-" + status,
                    "four requests are answered " + status,
                    false,
                    world -> world.cloud.addFault(
                            org.engageconnector.simulators.genesyscloud.faults.Fault.status(EVENTS, status, 4))));
        }
    }

    private static org.engageconnector.simulators.genesyscloud.faults.Fault cloud(Kind kind, int times) {
        return org.engageconnector.simulators.genesyscloud.faults.Fault.of(kind, EVENTS, times);
    }

    /** A fault of the simulated Genesys Cloud; the proof is what its counters say before and after. */
    private static Fault hits(String name, String says, boolean mayRepeat, Consumer<World> act) {
        return new Fault(name, says, mayRepeat, 12, world -> {
            String before = CloudCounters.of(world);
            act.accept(world);
            Pause.seconds(9);
            return "before " + before + ", after " + CloudCounters.of(world);
        });
    }
}
